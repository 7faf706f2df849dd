/**
 * What is remembered of comments, because Jira does not tell it later: who their author was when they were first read, and
 * since when they are public. Jira knows today's groups, today's roles and today's visibility only.
 */
import type { CommentAuthor, Instant } from '../model';

export interface KeptComment {
  readonly author?: CommentAuthor;
  readonly created: Instant;
  /** Since when it is public; left out: since it was written. `null`: it never was. */
  readonly publicAt?: Instant | null;
  /** While it was not public: when it had been edited last. */
  readonly edited?: Instant;
  /** Of the groups that triggers name, those the author was in. */
  readonly groups?: readonly string[];
}

export interface KeptComments {
  /** What the authors were judged by. */
  readonly by: string;
  /** By comment id. */
  readonly of: Readonly<Record<string, KeptComment>>;
}

/** More than these are not remembered: the first and the last of an issue count, those between are judged anew. */
export const MOST_KEPT = 400;

/** As many as a record may hold. */
export const fittedKept = (of: KeptComments['of']): KeptComments['of'] => {
  const all = Object.entries(of);
  if (all.length <= MOST_KEPT) return of;
  const inTime = all.sort(([, left], [, right]) => left.created - right.created);
  return Object.fromEntries([...inTime.slice(0, MOST_KEPT / 2), ...inTime.slice(-MOST_KEPT / 2)]);
};
