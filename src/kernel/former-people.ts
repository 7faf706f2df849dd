/** People whose Atlassian account is closed: what is kept says "a former user" of each, and no longer who they were. */

/** Told apart from each other, so that votes and decisions stay countable, and from nobody else's account. */
const MARK = 'former:';

/** An Atlassian account: a number of five digits or more and a UUID, the older 24 hex digits, or a customer of Service Management. */
const ACCOUNT =
  /(?<![0-9a-z-])(?:qm:[0-9a-f-]{36}:[0-9a-f-]{36}|\d{5,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24})(?![0-9a-z-])/g;

/** Account ids, each with what stands in its place from now on. */
export type FormerPeople = ReadonlyMap<string, string>;

/** The mark of a former user. `digest` must not lead back to the account. */
export const formerMark = (digest: string): string => `${MARK}${digest}`;

/** Whether an account id is the mark of a former user. */
export const isFormer = (accountId: string): boolean => accountId.startsWith(MARK);

/** The account ids that stand anywhere in a text: as a value, in a key, in a mention, in JQL. */
export const accountsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(ACCOUNT)].map(([id]) => id));

/** The text with marks in place of former users' account ids, wherever they stand. */
export const withoutFormer = (text: string, former: FormerPeople): string =>
  text.replace(ACCOUNT, (id) => former.get(id) ?? id);

/** The same for any value that can be stored. */
export const valueWithoutFormer = <T>(value: T, former: FormerPeople): T =>
  JSON.parse(withoutFormer(JSON.stringify(value), former)) as T;
