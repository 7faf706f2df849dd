import type { Condition } from '../../../src/sla/domain/model';

/** How the parts of a group combine; `none` is "not any of them", `notAll` "not all of them". */
export type Combination = 'all' | 'any' | 'none' | 'notAll';
export type Leaf = Extract<Condition, { readonly field: string }>;

export interface ConditionGroup {
  readonly how: Combination;
  readonly parts: readonly Condition[];
}

export const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition;

/** A condition as a group of parts; a single test is a group of one. */
export function groupOf(condition: Condition | undefined): ConditionGroup {
  if (condition === undefined) return { how: 'all', parts: [] };
  if ('all' in condition) return { how: 'all', parts: condition.all };
  if ('any' in condition) return { how: 'any', parts: condition.any };
  if (!('not' in condition)) return { how: 'all', parts: [condition] };
  const inner = condition.not;
  if ('all' in inner) return { how: 'notAll', parts: inner.all };
  return { how: 'none', parts: 'any' in inner ? inner.any : [inner] };
}

/** The condition of a group, as it is stored. */
export function conditionOf({ how, parts }: ConditionGroup): Condition {
  switch (how) {
    case 'all':
      return { all: parts };
    case 'any':
      return { any: parts };
    case 'none':
      return { not: { any: parts } };
    case 'notAll':
      return { not: { all: parts } };
  }
}

/** The same without needless wrapping: nothing for no parts, the test itself for one. */
export function simplest(group: ConditionGroup): Condition | undefined {
  if (group.parts.length === 0) return undefined;
  const [only] = group.parts;
  const plain = group.how === 'all' || group.how === 'any';
  return group.parts.length === 1 && only !== undefined && isLeaf(only) && plain ? only : conditionOf(group);
}
