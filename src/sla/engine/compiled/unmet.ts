import { isLeaf, unmetOf as unmetPartsOf } from '../../../kernel/condition';
import type { Condition, FieldTest, Unmet } from '../model';
import { compileCondition } from './condition';
import { type LiveFields, type Slots, valueIn } from './slots';

/** What of a condition does not hold, with the values that made it so. Empty when the condition holds. */
export const unmetOf = (condition: Condition, fields: LiveFields, slots: Slots): readonly Unmet[] =>
  unmetPartsOf<FieldTest, Exclude<Unmet, { readonly anyOf: unknown }>>(
    condition,
    (part) => compileCondition(part, slots)(fields),
    (part) => ({ condition: part, actual: actualOf('not' in part ? part.not : part, fields, slots) }),
  );

/** The value of a condition's one field; nothing when it looks at several. */
const actualOf = (condition: Condition, fields: LiveFields, slots: Slots): readonly string[] =>
  isLeaf<FieldTest>(condition) ? valueIn(fields, slots.of(condition.field)) : [];
