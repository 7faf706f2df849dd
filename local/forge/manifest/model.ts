import * as v from 'valibot';
import { manifestSchema, type ModuleModel } from './schema';

const byKey = <T extends { readonly key: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.key, one]));

const productOf = (type: string): ModuleModel['product'] =>
  type === 'macro' || type.startsWith('confluence:') ? 'confluence' : 'jira';

/** The parts of `manifest.yml` by what the host does with them. Throws where the schema is not met. */
export function described(appDir: string, raw: unknown) {
  const { app, modules, permissions, resources, translations } = v.parse(manifestSchema, raw);
  const {
    function: functions,
    trigger,
    scheduledTrigger,
    consumer,
    sql: _sql,
    objectStore,
    ...others
  } = modules;
  const { fallback } = translations;
  const { scopes, ...rest } = permissions;
  return {
    appDir,
    appId: app.id,
    runtime: app.runtime.name,
    optionalProducts: Object.keys(app.compatibility).filter((name) => !app.compatibility[name]?.required),
    resources: byKey(resources),
    entities: new Map(app.storage.entities.map((entity) => [entity.name, entity])),
    scopes,
    /** What the CSP follows from. */
    permissions: rest,
    /** `defaultLocale` stands in for all others. */
    translations: {
      ...translations,
      defaultLocale: typeof fallback['default'] === 'string' ? fallback['default'] : 'en-US',
    },
    functions: byKey(
      functions.map(({ key, handler, timeoutSeconds, runtime }) => ({
        key,
        handler,
        timeoutSeconds,
        memoryMb: runtime?.memoryMB ?? app.runtime.memoryMB,
      })),
    ),
    hasObjectStore: objectStore !== undefined,
    triggers: trigger,
    schedules: scheduledTrigger,
    consumers: consumer,
    modules: Object.entries(others).flatMap(([type, entries]) =>
      entries.map((entry): ModuleModel => ({ type, product: productOf(type), ...entry })),
    ),
  };
}

export type AppManifest = ReturnType<typeof described>;
export type FunctionModel = AppManifest['functions'] extends ReadonlyMap<string, infer F> ? F : never;
