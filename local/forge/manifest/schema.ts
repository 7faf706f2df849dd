import * as v from 'valibot';

/**
 * The manifest as the host uses it: every part found once, references resolved to keys that exist. Only the parts that
 * the host itself reads; Atlassian's own validation covers the rest.
 */

const name = v.string();

const filter = v.pipe(
  v.looseObject({
    ignoreSelf: v.optional(v.boolean(), false),
    expression: v.optional(v.string()),
    onError: v.optional(v.picklist(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'])),
  }),
  v.transform(({ ignoreSelf, expression, onError }) => ({
    ignoreSelf,
    expression,
    /** What happens when the expression fails on an event. */
    receiveOnError: onError?.startsWith('RECEIVE') ?? false,
  })),
);

/** The filter of a trigger holds for each of its events that has none of its own. */
const trigger = v.pipe(
  v.looseObject({
    key: name,
    function: name,
    events: v.array(v.union([name, v.looseObject({ eventType: name, filter: v.optional(filter) })])),
    filter: v.optional(filter, {}),
  }),
  v.transform(({ key, function: functionKey, events, filter: ofAll }) => ({
    key,
    functionKey,
    events: events.map((event) =>
      typeof event === 'string'
        ? { eventType: event, filter: ofAll }
        : { eventType: event.eventType, filter: event.filter ?? ofAll },
    ),
  })),
);

const schedule = v.pipe(
  v.looseObject({
    key: name,
    function: name,
    interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
  }),
  v.transform(({ key, function: functionKey, interval }) => ({ key, functionKey, interval })),
);

const consumer = v.pipe(
  v.looseObject({ key: name, function: name, queue: name }),
  v.transform(({ key, function: functionKey, queue }) => ({ key, functionKey, queue })),
);

/** `handler` is a file under src, then the exported name: `index.resolver`. */
const functionEntry = v.looseObject({
  key: name,
  handler: name,
  timeoutSeconds: v.optional(v.number()),
  runtime: v.optional(v.looseObject({ memoryMB: v.optional(v.number()) })),
});

/** Any module with a screen, or one the products read (entity properties, permissions, …), with the raw declaration. */
const moduleEntry = v.pipe(
  v.looseObject({
    key: name,
    resource: v.optional(name),
    resolver: v.optional(v.looseObject({ function: v.optional(name) })),
  }),
  v.transform((raw) => ({
    key: raw.key,
    resource: raw.resource,
    resolverFunction: raw.resolver?.function,
    raw,
  })),
);

const attributeType = v.picklist(['string', 'integer', 'float', 'boolean', 'any']);

export interface EntityIndex {
  readonly name: string;
  readonly partition: readonly string[];
  /** Forge takes exactly one range attribute; the `by-key` index has none. */
  readonly range: string | undefined;
}

const index = v.pipe(
  v.union([name, v.object({ name, partition: v.optional(v.array(name), []), range: v.array(name) })]),
  v.check(
    (given) => typeof given === 'string' || given.range.length === 1,
    'An index needs exactly one range attribute.',
  ),
  v.transform((given): EntityIndex =>
    typeof given === 'string'
      ? { name: given, partition: [], range: given }
      : { ...given, range: given.range[0] },
  ),
);

const entity = v.pipe(
  v.object({
    name,
    attributes: v.record(v.string(), v.object({ type: attributeType })),
    indexes: v.optional(v.array(index), []),
  }),
  v.transform(({ attributes, indexes, ...rest }) => ({
    ...rest,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, { type }]) => [key, type])),
    indexes: [{ name: 'by-key', partition: [], range: undefined }, ...indexes] as readonly EntityIndex[],
  })),
);

const scopes = v.union([
  v.pipe(
    v.array(name),
    v.transform((names) => names.map((each) => ({ name: each, allowImpersonation: false }))),
  ),
  v.pipe(
    v.record(v.string(), v.looseObject({ allowImpersonation: v.optional(v.boolean(), false) })),
    v.transform((rules) =>
      Object.entries(rules).map(([each, { allowImpersonation }]) => ({ name: each, allowImpersonation })),
    ),
  ),
]);

/** Module kinds that have no screen and no product behaviour of their own. */
const plumbing = {
  function: v.optional(v.array(functionEntry), []),
  trigger: v.optional(v.array(trigger), []),
  scheduledTrigger: v.optional(v.array(schedule), []),
  consumer: v.optional(v.array(consumer), []),
  // Each may be declared once, and rightly. The host has no SQL yet: whoever calls it is told so.
  sql: v.optional(v.pipe(v.array(v.object({ key: name, engine: v.literal('mysql') })), v.maxLength(1))),
  objectStore: v.optional(
    v.pipe(v.array(v.object({ key: name, storageClass: v.literal('standard') })), v.maxLength(1)),
  ),
};

/** `path` is relative to the app's folder, the entries' files to it; no entries for a single `index.html`. */
const resource = v.looseObject({
  key: name,
  path: name,
  entry: v.optional(v.record(v.string(), v.string()), {}),
});

export const manifestSchema = v.looseObject({
  app: v.looseObject({
    id: name,
    runtime: v.looseObject({ name, memoryMB: v.optional(v.number(), 512) }),
    compatibility: v.optional(
      v.record(v.string(), v.looseObject({ required: v.optional(v.boolean(), false) })),
      {},
    ),
    storage: v.optional(v.looseObject({ entities: v.optional(v.array(entity), []) }), {}),
  }),
  modules: v.objectWithRest(plumbing, v.array(moduleEntry)),
  resources: v.optional(v.array(resource), []),
  permissions: v.optional(v.looseObject({ scopes: v.optional(scopes, []) }), {}),
  translations: v.optional(
    v.looseObject({
      resources: v.optional(v.array(v.object({ key: name, path: name })), []),
      fallback: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
    {},
  ),
});

export type AttributeType = v.InferOutput<typeof attributeType>;
export type EntityModel = v.InferOutput<typeof entity>;
export type EventFilter = v.InferOutput<typeof filter>;
export type TriggerModel = v.InferOutput<typeof trigger>;
export type ScheduleModel = v.InferOutput<typeof schedule>;
export type ConsumerModel = v.InferOutput<typeof consumer>;
export interface ModuleModel extends v.InferOutput<typeof moduleEntry> {
  /** For example `jira:issuePanel`. */
  readonly type: string;
  readonly product: 'jira' | 'confluence';
}
export type Scope = v.InferOutput<typeof scopes>[number];
