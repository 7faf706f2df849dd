/** A document as text, whatever the order of its keys: one may have been edited by hand, or come back from Jira. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** Whether two documents say the same. */
export const sameValues = (left: unknown, right: unknown): boolean => canonical(left) === canonical(right);
