import { type Condition, isLeaf } from '../../../src/kernel/condition';

/** How the parts of a group combine; `none` is "not any of them", `notAll` "not all of them". */
export type Combination = 'all' | 'any' | 'none' | 'notAll';

export interface ConditionGroup<Test> {
  readonly how: Combination;
  readonly parts: readonly Condition<Test>[];
}

/** A condition as a group of parts; a single test is a group of one. */
export function groupOf<Test>(condition: Condition<Test> | undefined): ConditionGroup<Test> {
  if (condition === undefined) return { how: 'all', parts: [] };
  if (isLeaf(condition)) return { how: 'all', parts: [condition] };
  if ('all' in condition) return { how: 'all', parts: condition.all };
  if ('any' in condition) return { how: 'any', parts: condition.any };
  const inner = condition.not;
  if (isLeaf(inner)) return { how: 'none', parts: [inner] };
  if ('all' in inner) return { how: 'notAll', parts: inner.all };
  return { how: 'none', parts: 'any' in inner ? inner.any : [inner] };
}

/** The condition of a group, as it is stored. */
export function conditionOf<Test>({ how, parts }: ConditionGroup<Test>): Condition<Test> {
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
export function simplest<Test>(group: ConditionGroup<Test>): Condition<Test> | undefined {
  if (group.parts.length === 0) return undefined;
  const [only] = group.parts;
  const plain = group.how === 'all' || group.how === 'any';
  return group.parts.length === 1 && only !== undefined && isLeaf(only) && plain ? only : conditionOf(group);
}
