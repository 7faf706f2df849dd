/** Notes of whose home is to be put together anew: they stand in the transaction that changed something of theirs. */
import type { Write } from '../platform/storage/transact';

/** Where the note of a person stands. */
export const markKey = (accountId: string): string => `home-changed:${accountId}`;
/** Stands for all people, where a transaction has no room for one note each. */
export const EVERYBODY = 'everybody';

/** Notes and rows of approvers in one transaction of at most 25 writes, of which the others take up to nine. */
const MOST_BESIDE = 16;

/** The notes that go beside so many rows of approvers. */
export function markWrites(people: readonly string[], rows: number): readonly Write[] {
  const each = [...new Set(people)];
  const marked = each.length + rows > MOST_BESIDE ? [EVERYBODY] : each;
  return marked.map(markWrite);
}

/** A note is known by its stamp: what was put together under another is old. */
export const markWrite = (accountId: string): Write => ({
  kind: 'set',
  key: markKey(accountId),
  value: { at: Date.now(), stamp: crypto.randomUUID() },
});
