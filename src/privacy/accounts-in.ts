/** An Atlassian account: a number of five digits or more and a UUID, the older 24 hex digits, or a customer of Service Management. */
const ACCOUNT =
  /(?<![0-9a-z-])(?:qm:[0-9a-f-]{36}:[0-9a-f-]{36}|\d{5,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24})(?![0-9a-z-])/g;

/** The account ids that stand anywhere in stored values, keys included. */
export const accountsIn = (stored: unknown): ReadonlySet<string> =>
  new Set([...JSON.stringify(stored).matchAll(ACCOUNT)].map(([id]) => id));
