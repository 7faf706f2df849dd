import { parseExpression } from '../events/expression';
import type { AppManifest } from './model';
import type { EntityModel } from './schema';

const MAX_ENTITIES = 20;
const MAX_ATTRIBUTES = 50;
const MAX_INDEXES = 7;
const MAX_SCHEDULES = 5;

/** Refuses what Forge refuses at deployment but no offline linter finds. Throws with every finding in one message. */
export function checkManifest(manifest: AppManifest): void {
  const findings = [
    ...danglingFunctions(manifest),
    ...badSchedules(manifest),
    ...badExpressions(manifest),
    ...[...manifest.entities.values()].flatMap(badEntity),
    ...(manifest.entities.size > MAX_ENTITIES
      ? [`at most ${MAX_ENTITIES} entities, found ${manifest.entities.size}`]
      : []),
  ];
  if (findings.length > 0) throw new Error(`manifest.yml would not deploy:\n- ${findings.join('\n- ')}`);
}

function danglingFunctions(manifest: AppManifest): string[] {
  const users = [
    ...manifest.triggers.map((t) => ({ module: t.key, functionKey: t.functionKey })),
    ...manifest.schedules.map((s) => ({ module: s.key, functionKey: s.functionKey })),
    ...manifest.consumers.map((c) => ({ module: c.key, functionKey: c.functionKey })),
    ...manifest.modules.flatMap((m) =>
      m.resolverFunction === undefined ? [] : [{ module: m.key, functionKey: m.resolverFunction }],
    ),
    ...manifest.modules.flatMap((m) =>
      typeof m.raw['function'] === 'string' ? [{ module: m.key, functionKey: m.raw['function'] }] : [],
    ),
  ];
  return users
    .filter((user) => !manifest.functions.has(user.functionKey))
    .map((user) => `module ${user.module} names the function ${user.functionKey}, which is not declared`);
}

function badSchedules(manifest: AppManifest): string[] {
  const frequent = manifest.schedules.filter((s) => s.interval === 'fiveMinute').length;
  return [
    ...(frequent > 1 ? ['at most one scheduled trigger may run every five minutes'] : []),
    ...(manifest.schedules.length > MAX_SCHEDULES ? [`at most ${MAX_SCHEDULES} scheduled triggers`] : []),
  ];
}

function badExpressions(manifest: AppManifest): string[] {
  return manifest.triggers.flatMap((trigger) =>
    trigger.events.flatMap(({ filter }) => {
      if (filter.expression === undefined) return [];
      try {
        parseExpression(filter.expression);
        return [];
      } catch (error) {
        return [`trigger ${trigger.key}: ${error instanceof Error ? error.message : String(error)}`];
      }
    }),
  );
}

function badEntity(entity: EntityModel): string[] {
  const names = Object.keys(entity.attributes);
  const own = entity.indexes.filter((index) => index.name !== 'by-key');
  const used = own.flatMap((index) => [
    ...index.partition,
    ...(index.range === undefined ? [] : [index.range]),
  ]);
  return [
    ...(names.length > MAX_ATTRIBUTES ? [`entity ${entity.name}: at most ${MAX_ATTRIBUTES} attributes`] : []),
    ...(own.length > MAX_INDEXES ? [`entity ${entity.name}: at most ${MAX_INDEXES} indexes`] : []),
    ...used
      .filter((name) => entity.attributes[name] === undefined)
      .map((name) => `entity ${entity.name}: an index names ${name}, which is not an attribute`),
    ...used
      .filter((name) => entity.attributes[name] === 'any')
      .map((name) => `entity ${entity.name}: the attribute ${name} is of type any and cannot be indexed`),
  ];
}
