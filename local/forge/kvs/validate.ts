import type { AttributeType, EntityModel } from '../manifest/schema';
import { refuse } from './kvs-error';

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const MAX_KEY = 500;
const MAX_VALUE_BYTES = 240 * 1024;
const MAX_DEPTH = 31;
const MAX_TTL_MS = 365 * 24 * 3_600_000;
const INT32 = 2 ** 31;
const PARTITION_BYTES = 1700;
const RANGE_BYTES = 900;

/** Checks a key as the service does: 1 to 500 characters out of letters, digits and `:._ -#`. */
export function checkKey(key: unknown): string {
  if (typeof key !== 'string' || key.length === 0)
    return refuse('KEY_TOO_SHORT', 'The key must not be empty.');
  if (key.length > MAX_KEY) return refuse('KEY_TOO_LONG', `The key is longer than ${MAX_KEY} characters.`);
  if (!KEY.test(key))
    return refuse('INVALID_KEY', `The key ${JSON.stringify(key)} has characters that are not allowed.`);
  return key;
}

/** Checks size and depth of a value; answers it as JSON text. Null is refused. */
export function checkValue(value: unknown): string {
  if (value === null || value === undefined)
    return refuse('INVALID_VALUE', 'A value must not be null or undefined.');
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > MAX_VALUE_BYTES)
    return refuse('MAX_SIZE', 'The value is larger than 240 KiB.');
  if (depthOf(value) > MAX_DEPTH)
    return refuse('MAX_DEPTH', `The value is nested deeper than ${MAX_DEPTH} levels.`);
  return json;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** Finds the declared entity or refuses the name. */
export function checkEntity(entities: ReadonlyMap<string, EntityModel>, name: unknown): EntityModel {
  const entity = typeof name === 'string' ? entities.get(name) : undefined;
  return entity ?? refuse('INVALID_ENTITY_TYPE', `The manifest declares no entity ${JSON.stringify(name)}.`);
}

/** Checks an entity value against its declared attributes. */
export function checkEntityValue(entity: EntityModel, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('INVALID_ENTITY_VALUE', `A value of ${entity.name} must be an object.`);
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const [name, attribute] of Object.entries(record)) {
    const type = entity.attributes[name];
    if (type === undefined)
      return refuse('INVALID_ENTITY_ATTRIBUTE', `${entity.name} declares no attribute ${name}.`);
    if (!fits(type, attribute)) {
      return refuse(
        'INVALID_ENTITY_VALUE',
        `The attribute ${name} of ${entity.name} must be a valid ${type}.`,
      );
    }
  }
  checkIndexSizes(entity, record);
  return record;
}

/** True when a value may be stored in, or compared with, an attribute of this type. */
export function fits(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'boolean':
      return typeof value === 'boolean';
    case 'float':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= -INT32 && value < INT32;
    case 'any':
      return value !== null;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

function checkIndexSizes(entity: EntityModel, record: Readonly<Record<string, unknown>>): void {
  for (const index of entity.indexes) {
    const partition = index.partition.map((name) => textOf(record[name])).join('');
    if (Buffer.byteLength(partition) > PARTITION_BYTES) {
      refuse(
        'INVALID_ENTITY_VALUE',
        `The partition of index ${index.name} is larger than ${PARTITION_BYTES} bytes.`,
      );
    }
    const range = index.range === undefined ? '' : textOf(record[index.range]);
    if (Buffer.byteLength(range) > RANGE_BYTES) {
      refuse('INVALID_ENTITY_VALUE', `The range of index ${index.name} is larger than ${RANGE_BYTES} bytes.`);
    }
  }
}

const UNITS: Readonly<Record<string, number>> = {
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

/** The instant at which a value with this `ttl` option ends; undefined without one. */
export function expiryOf(
  ttl: { readonly value: number; readonly unit: string } | undefined,
  now: number,
): number | undefined {
  if (ttl === undefined) return undefined;
  const ms = ttl.value * (UNITS[ttl.unit] ?? Number.NaN);
  if (!(ms > 0) || ms > MAX_TTL_MS)
    return refuse('INVALID_TTL', 'The time to live must be above zero and at most one year.');
  return now + ms;
}
