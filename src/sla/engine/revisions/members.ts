/** Lists of definitions by id: what differs between two, and one with what differed put back. */
import type { FormerMember } from '../model';

interface Identified {
  readonly id: string;
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Members of `before` that are another or absent in `after`, and those that came new (`was: null`). */
export function replacedMembers<T extends Identified>(
  before: readonly T[],
  after: readonly T[],
  measuring: (member: T) => unknown = (member) => member,
): readonly FormerMember<T>[] {
  const later = new Map(after.map((member) => [member.id, member]));
  const earlier = new Set(before.map(({ id }) => id));
  const content = (member: T | undefined): unknown => (member === undefined ? null : measuring(member));
  return [
    ...before
      .filter((member) => !same(content(member), content(later.get(member.id))))
      .map((member) => ({ id: member.id, was: member })),
    ...after.filter(({ id }) => !earlier.has(id)).map(({ id }) => ({ id, was: null })),
  ];
}

/** The list as it was before; members that were gone since come last. */
export function putBack<T extends Identified>(
  after: readonly T[],
  former: readonly FormerMember<T>[],
): readonly T[] {
  const was = new Map(former.map((each) => [each.id, each.was]));
  const kept = after.flatMap((member) => {
    const before = was.get(member.id);
    if (before === undefined) return [member];
    was.delete(member.id);
    return before === null ? [] : [before];
  });
  return [...kept, ...[...was.values()].filter((member) => member !== null)];
}
