import { type Condition, isAll, isAny, isNot } from './condition';

/** The same condition with other leaves. */
export function mapLeaves<Leaf, Other>(
  condition: Condition<Leaf>,
  change: (leaf: Leaf) => Condition<Other>,
): Condition<Other> {
  const each = (part: Condition<Leaf>) => mapLeaves(part, change);
  if (isAll(condition)) return { all: condition.all.map(each) };
  if (isAny(condition)) return { any: condition.any.map(each) };
  return isNot(condition) ? { not: each(condition.not) } : change(condition);
}
