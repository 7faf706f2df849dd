import type { EntityModel } from '../manifest/schema';
import { refuse } from './kvs-error';
import type { Condition, Conditions } from './requests';
import { fits } from './validate';

type Doc = Readonly<Record<string, unknown>>;

/** The conditions the app's transactions state, and how many values each needs. */
const ARITY: Readonly<Record<string, number>> = { EQUAL_TO: 1, EXISTS: 0, NOT_EXISTS: 0 };
const MAX_CONDITIONS = 100;

/** Checks a transaction's conditions against the entity, then answers them as a predicate. */
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
  if (arity > 0 && !item.values.every((value) => fits(type, value))) {
    refuse('INVALID_FILTER_VALUES', `${item.property} is of type ${type}; the condition's values are not.`);
  }
}

function holds({ property, condition, values }: Condition, doc: Doc | undefined): boolean {
  const value = doc?.[property];
  if (condition === 'EQUAL_TO') return value !== undefined && value === values[0];
  return (condition === 'EXISTS') === (value !== undefined);
}
