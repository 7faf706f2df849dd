import * as v from 'valibot';
import { refuse } from './kvs-error';

/** The app asks for no other options: one that it does not know here is refused, not passed over. */
const setOptions = v.optional(
  v.strictObject({
    ttl: v.optional(
      v.object({ value: v.number(), unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) }),
    ),
    keyPolicy: v.optional(v.picklist(['OVERRIDE', 'FAIL_IF_EXISTS'])),
  }),
);

const noOptions = v.optional(v.strictObject({}));

const condition = v.object({ property: v.string(), condition: v.string(), values: v.array(v.unknown()) });
const conditions = v.object({ and: v.optional(v.array(condition)), or: v.optional(v.array(condition)) });

const place = { key: v.unknown(), entityName: v.optional(v.string()) };
const written = { ...place, value: v.unknown(), options: setOptions };

/** Requests of the storage service, as the SDK sends them. */
export const requests = {
  get: v.object({ ...place, options: noOptions }),
  set: v.object(written),
  delete: v.object(place),
  query: v.object({
    limit: v.optional(v.number()),
    after: v.optional(v.string()),
    where: v.optional(v.array(condition)),
    options: noOptions,
  }),
  entityQuery: v.object({
    entityName: v.string(),
    indexName: v.string(),
    partition: v.optional(v.array(v.unknown())),
    range: v.optional(v.object({ condition: v.string(), values: v.array(v.unknown()) })),
    filters: v.optional(v.never()),
    sort: v.optional(v.picklist(['ASC', 'DESC'])),
    cursor: v.optional(v.string()),
    limit: v.optional(v.number()),
    options: noOptions,
  }),
  batch: v.array(
    v.object({ ...place, value: v.optional(v.unknown()), options: v.optional(v.looseObject({})) }),
  ),
  transaction: v.object({
    set: v.optional(v.array(v.object({ ...written, conditions: v.optional(conditions) })), []),
    delete: v.optional(v.array(v.object({ ...place, conditions: v.optional(conditions) })), []),
    check: v.optional(v.array(v.object({ key: v.unknown(), entityName: v.string(), conditions })), []),
  }),
};

export type Conditions = v.InferOutput<typeof conditions>;
export type Condition = v.InferOutput<typeof condition>;
export type SetOptions = v.InferOutput<typeof setOptions>;
export type EntityQuery = v.InferOutput<typeof requests.entityQuery>;

/** Reads a request body or refuses it as the service refuses a malformed one. */
export function read<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  return refuse('INVALID_REQUEST', `The request is malformed: ${result.issues[0].message}`);
}
