import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { checkManifest } from './check';
import { manifestSchema, moduleSchemas } from './schema';
import type { AppManifest, EntityModel, EventFilter, FunctionModel, ModuleModel, Scope } from './types';

type Raw = v.InferOutput<typeof manifestSchema>;

/** Module kinds that have no screen and no product behaviour of their own. */
const PLUMBING = new Set(['function', 'trigger', 'scheduledTrigger', 'consumer', 'sql', 'objectStore']);

/**
 * Reads `manifest.yml` of the app in this folder.
 * Throws an error that names the broken rule when Forge would refuse to deploy it for a reason the host depends on.
 */
export function loadManifest(appDir: string): AppManifest {
  const raw = v.parse(manifestSchema, parse(readFileSync(path.join(appDir, 'manifest.yml'), 'utf8')));
  const manifest = { appDir, ...describeApp(raw), ...describeModules(raw) };
  checkManifest(manifest);
  return manifest;
}

function describeApp(raw: Raw) {
  const fallback = raw.translations?.fallback ?? {};
  const optional = Object.entries(raw.app.compatibility).filter(([, rule]) => !rule.required);
  return {
    appId: raw.app.id,
    name: raw.app.name ?? 'App',
    runtime: raw.app.runtime.name,
    optionalProducts: optional
      .map(([name]) => name)
      .filter((name) => name === 'jira' || name === 'confluence'),
    resources: new Map(raw.resources.map((r) => [r.key, { key: r.key, path: r.path, entries: r.entry }])),
    entities: new Map((raw.app.storage?.entities ?? []).map((e) => [e.name, describeEntity(e)])),
    scopes: describeScopes(raw.permissions.scopes),
    permissions: raw.permissions,
    translations: {
      resources: raw.translations?.resources ?? [],
      fallback,
      defaultLocale: typeof fallback['default'] === 'string' ? fallback['default'] : 'en-US',
    },
  };
}

function describeEntity(
  raw: NonNullable<NonNullable<Raw['app']['storage']>['entities']>[number],
): EntityModel {
  const named = raw.indexes.map((index) =>
    typeof index === 'string'
      ? { name: index, partition: [], range: index }
      : { name: index.name, partition: index.partition, range: singleRange(raw.name, index) },
  );
  return {
    name: raw.name,
    attributes: Object.fromEntries(Object.entries(raw.attributes).map(([name, a]) => [name, a.type])),
    indexes: [{ name: 'by-key', partition: [], range: undefined }, ...named],
  };
}

function singleRange(
  entity: string,
  index: { readonly name: string; readonly range: readonly string[] },
): string {
  const [only, ...more] = index.range;
  if (only === undefined || more.length > 0) {
    throw new Error(
      `manifest.yml: index ${index.name} of entity ${entity} needs exactly one range attribute.`,
    );
  }
  return only;
}

function describeScopes(raw: Raw['permissions']['scopes']): readonly Scope[] {
  if (raw === undefined) return [];
  return Array.isArray(raw)
    ? raw.map((name) => ({ name, allowImpersonation: false }))
    : Object.entries(raw).map(([name, rule]) => ({ name, allowImpersonation: rule.allowImpersonation }));
}

function describeModules(raw: Raw) {
  const list = <S extends v.GenericSchema>(kind: string, schema: S): v.InferOutput<S> =>
    v.parse(schema, raw.modules[kind] ?? []);
  // The host has neither yet: whoever calls one is told so. What is declared must be right all the same.
  list('sql', moduleSchemas.sql);
  list('objectStore', moduleSchemas.objectStore);
  const defaultMemory = raw.app.runtime.memoryMB;
  const functions = list('function', moduleSchemas.function).map((f): FunctionModel => ({
    key: f.key,
    handler: f.handler,
    timeoutSeconds: f.timeoutSeconds,
    memoryMb: f.runtime?.memoryMB ?? defaultMemory,
  }));
  return {
    functions: new Map(functions.map((f) => [f.key, f])),
    triggers: list('trigger', moduleSchemas.trigger).map((t) => ({
      key: t.key,
      functionKey: t.function,
      events: t.events.map((e) =>
        typeof e === 'string'
          ? { eventType: e, filter: describeFilter(t.filter) }
          : { eventType: e.eventType, filter: describeFilter(e.filter ?? t.filter) },
      ),
    })),
    schedules: list('scheduledTrigger', moduleSchemas.scheduledTrigger).map((s) => ({
      key: s.key,
      functionKey: s.function,
      interval: s.interval,
    })),
    consumers: list('consumer', moduleSchemas.consumer).map((c) => ({
      key: c.key,
      queue: c.queue,
      functionKey: c.function,
    })),
    modules: Object.entries(raw.modules)
      .filter(([type]) => !PLUMBING.has(type))
      .flatMap(([type, entries]) => entries.map((entry) => describeModule(type, entry))),
  };
}

function describeModule(type: string, entry: unknown): ModuleModel {
  const parsed = v.parse(moduleSchemas.module, entry);
  return {
    type,
    key: parsed.key,
    resource: parsed.resource,
    resolverFunction: parsed.resolver?.function,
    raw: parsed,
  };
}

interface RawFilter {
  readonly ignoreSelf: boolean;
  readonly expression?: string | undefined;
  readonly onError?: string | undefined;
}

function describeFilter(raw: RawFilter | undefined): EventFilter {
  return {
    ignoreSelf: raw?.ignoreSelf ?? false,
    expression: raw?.expression,
    receiveOnError: raw?.onError?.startsWith('RECEIVE') ?? false,
  };
}
