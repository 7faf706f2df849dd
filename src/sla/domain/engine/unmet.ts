import type { Condition, Unmet } from '../model';
import { compileCondition } from './condition';
import { type LiveFields, type Slots, valueIn } from './slots';

/**
 * What of a condition does not hold, with the values that made it so: every failing part of an `all`, every
 * alternative of an `any`. Empty when the condition holds.
 */
export const unmetOf = (condition: Condition, fields: LiveFields, slots: Slots): readonly Unmet[] => {
  if (compileCondition(condition, slots)(fields)) return [];
  if ('all' in condition) return condition.all.flatMap((each) => unmetOf(each, fields, slots));
  if ('any' in condition) return [{ anyOf: condition.any.map((each) => unmetOf(each, fields, slots)) }];
  if ('not' in condition) return [{ condition, actual: actualOf(condition.not, fields, slots) }];
  return [{ condition, actual: actualOf(condition, fields, slots) }];
};

/** The value of a condition's one field; nothing when it looks at several. */
const actualOf = (condition: Condition, fields: LiveFields, slots: Slots): readonly string[] =>
  'field' in condition ? valueIn(fields, slots.of(condition.field)) : [];
