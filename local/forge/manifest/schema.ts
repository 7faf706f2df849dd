import * as v from 'valibot';

/** Only the parts of a manifest that the host itself reads; Atlassian's own validation covers the rest. */

const filter = v.looseObject({
  ignoreSelf: v.optional(v.boolean(), false),
  expression: v.optional(v.string()),
  onError: v.optional(v.picklist(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'])),
});

const filteredEvent = v.looseObject({ eventType: v.string(), filter: v.optional(filter) });

const moduleEntry = v.looseObject({
  key: v.string(),
  resource: v.optional(v.string()),
  resolver: v.optional(v.looseObject({ function: v.optional(v.string()) })),
});

const triggerEntry = v.looseObject({
  key: v.string(),
  function: v.string(),
  events: v.array(v.union([v.string(), filteredEvent])),
  filter: v.optional(filter),
});

const functionEntry = v.looseObject({
  key: v.string(),
  handler: v.string(),
  timeoutSeconds: v.optional(v.number()),
  runtime: v.optional(v.looseObject({ memoryMB: v.optional(v.number()) })),
});

const entity = v.object({
  name: v.string(),
  attributes: v.record(
    v.string(),
    v.object({ type: v.picklist(['string', 'integer', 'float', 'boolean', 'any']) }),
  ),
  indexes: v.optional(
    v.array(
      v.union([
        v.string(),
        v.object({
          name: v.string(),
          partition: v.optional(v.array(v.string()), []),
          range: v.array(v.string()),
        }),
      ]),
    ),
    [],
  ),
});

const scopes = v.union([
  v.array(v.string()),
  v.record(v.string(), v.looseObject({ allowImpersonation: v.optional(v.boolean(), false) })),
]);

export const manifestSchema = v.looseObject({
  app: v.looseObject({
    id: v.string(),
    name: v.optional(v.string()),
    runtime: v.looseObject({ name: v.string(), memoryMB: v.optional(v.number(), 512) }),
    compatibility: v.optional(
      v.record(v.string(), v.looseObject({ required: v.optional(v.boolean(), false) })),
      {},
    ),
    storage: v.optional(v.looseObject({ entities: v.optional(v.array(entity), []) })),
  }),
  modules: v.record(v.string(), v.array(v.looseObject({ key: v.string() }))),
  resources: v.optional(
    v.array(
      v.looseObject({
        key: v.string(),
        path: v.string(),
        entry: v.optional(v.record(v.string(), v.string()), {}),
      }),
    ),
    [],
  ),
  permissions: v.optional(v.looseObject({ scopes: v.optional(scopes, []) }), {}),
  translations: v.optional(
    v.looseObject({
      resources: v.optional(v.array(v.object({ key: v.string(), path: v.string() })), []),
      fallback: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
  ),
});

export const moduleSchemas = {
  module: moduleEntry,
  trigger: v.array(triggerEntry),
  function: v.array(functionEntry),
  scheduledTrigger: v.array(
    v.looseObject({
      key: v.string(),
      function: v.string(),
      interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
    }),
  ),
  /** Each of the two once per app. */
  sql: v.pipe(v.array(v.object({ key: v.string(), engine: v.literal('mysql') })), v.maxLength(1)),
  objectStore: v.pipe(
    v.array(v.object({ key: v.string(), storageClass: v.literal('standard') })),
    v.maxLength(1),
  ),
  consumer: v.array(v.looseObject({ key: v.string(), function: v.string(), queue: v.string() })),
};
