import { transact } from '../../platform/storage/transact';
import { type Decision, update } from '../../work/update';
import type { RequestDocument } from '../domain/model';
import { besideHead, headOf, heads, readRequest, requestWrites, revised } from './store';

/** Reads, decides and writes one request until nobody else was faster: see `update`. */
export const updateRequest = <R, Question = never, Found = never>(
  id: string,
  decide: (
    request: RequestDocument | null,
    found: Found | undefined,
  ) => Decision<RequestDocument, R, Question>,
  find?: (question: Question) => Promise<Found>,
): Promise<R> =>
  update<RequestDocument, R, Question, Found>(
    { get: readRequest, write: (key, doc, expect) => heads.write(key, headOf(doc), expect) },
    id,
    (before, found) => {
      const decision = decide(before, found);
      if (!('next' in decision)) return decision;
      const next = revised(before, { ...decision.next, rev: (before?.rev ?? 0) + 1 });
      return { ...decision, next, also: [...besideHead(before, next), ...(decision.also ?? [])] };
    },
    find,
  );

/** One conditional write of a request. */
export const writeRequest = (before: RequestDocument | null, after: RequestDocument) =>
  transact(requestWrites(before, after));
