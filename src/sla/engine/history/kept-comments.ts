import type * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import type { keptCommentsSchema } from './kept-schema';

export type KeptComments = ReadOnly<v.InferOutput<typeof keptCommentsSchema>>;
export type KeptComment = KeptComments['of'][string];

/** More than these are not remembered: the first and the last of an issue count, those between are judged anew. */
export const MOST_KEPT = 400;

/** As many as a record may hold. */
export const fittedKept = (of: KeptComments['of']): KeptComments['of'] => {
  const all = Object.entries(of);
  if (all.length <= MOST_KEPT) return of;
  const inTime = all.sort(([, left], [, right]) => left.created - right.created);
  return Object.fromEntries([...inTime.slice(0, MOST_KEPT / 2), ...inTime.slice(-MOST_KEPT / 2)]);
};
