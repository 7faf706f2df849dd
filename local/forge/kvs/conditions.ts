import type { EntityModel } from '../manifest/types';
import { refuse } from './kvs-error';
import type { Condition, Conditions } from './requests';
import { fits } from './validate';

type Doc = Readonly<Record<string, unknown>>;

const ARITY: Readonly<Record<string, number>> = {
  BEGINS_WITH: 1,
  BETWEEN: 2,
  EQUAL_TO: 1,
  NOT_EQUAL_TO: 1,
  GREATER_THAN: 1,
  GREATER_THAN_EQUAL_TO: 1,
  LESS_THAN: 1,
  LESS_THAN_EQUAL_TO: 1,
  CONTAINS: 1,
  NOT_CONTAINS: 1,
  EXISTS: 1,
  NOT_EXISTS: 1,
};
const MAX_CONDITIONS = 100;
const UNTYPED = new Set(['EXISTS', 'NOT_EXISTS']);

/** Checks a filter or a transaction's conditions against the entity, then answers them as a predicate. */
export function compileConditions(
  entity: EntityModel,
  conditions: Conditions,
): (doc: Doc | undefined) => boolean {
  const { and, or } = conditions;
  if (and !== undefined && or !== undefined) {
    return refuse('INVALID_FILTER_OPERATORS_COMBINATION', 'Use either and or or, not both.');
  }
  const items = and ?? or ?? [];
  if (items.length === 0) return refuse('EMPTY_FILTER_OPERATOR', 'A filter needs at least one condition.');
  if (items.length > MAX_CONDITIONS)
    return refuse('QUERY_WHERE_INVALID', `At most ${MAX_CONDITIONS} conditions.`);
  for (const item of items) checkCondition(entity, item);
  return (doc) =>
    and === undefined ? items.some((item) => holds(item, doc)) : items.every((item) => holds(item, doc));
}

function checkCondition(entity: EntityModel, item: Condition): void {
  const type = entity.attributes[item.property];
  if (type === undefined)
    refuse('QUERY_WHERE_FIELD_INVALID', `${entity.name} declares no attribute ${item.property}.`);
  if (type === 'any')
    refuse('INVALID_FILTER_CONDITION', `${item.property} is of type any and cannot be filtered.`, 422);
  const arity = ARITY[item.condition];
  if (arity === undefined) refuse('INVALID_FILTER_CONDITION', `Unknown condition ${item.condition}.`);
  if (item.values.length < arity)
    refuse('INSUFFICIENT_FILTER_VALUES', `${item.condition} needs ${arity} value(s).`);
  if (!UNTYPED.has(item.condition) && !item.values.every((value) => fits(type, value))) {
    refuse('INVALID_FILTER_VALUES', `${item.property} is of type ${type}; the condition's values are not.`);
  }
}

function holds(item: Condition, doc: Doc | undefined): boolean {
  const value = doc?.[item.property];
  const [first, second] = item.values;
  if (item.condition === 'NOT_EXISTS') return value === undefined;
  if (item.condition === 'EXISTS') return value !== undefined;
  if (item.condition === 'NOT_EQUAL_TO') return value !== first;
  if (item.condition === 'NOT_CONTAINS') return !(typeof value === 'string' && value.includes(String(first)));
  if (value === undefined) return false;
  return compare(item.condition, value, first, second);
}

function compare(condition: string, value: unknown, first: unknown, second: unknown): boolean {
  switch (condition) {
    case 'EQUAL_TO':
      return value === first;
    case 'BEGINS_WITH':
      return typeof value === 'string' && value.startsWith(String(first));
    case 'CONTAINS':
      return typeof value === 'string' && value.includes(String(first));
    case 'BETWEEN':
      return order(value, first) >= 0 && order(value, second) <= 0;
    case 'GREATER_THAN':
      return order(value, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return order(value, first) >= 0;
    case 'LESS_THAN':
      return order(value, first) < 0;
    default:
      return order(value, first) <= 0;
  }
}

/** Strings by UTF-8 bytes, as the index orders them; numbers by size. Values of different kinds never compare. */
function order(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN;
}
