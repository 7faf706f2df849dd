import { withoutFacts } from '../catalog/domain/facts';
import type { Answers } from '../catalog/domain/model';
import { ownRequests } from './list-requests';
import { readRequest } from './store';

/** Requests looked through, open and closed each: an older one is no guide to the next. */
const MOST = 50;

/** What somebody answered when they last asked for an item, for themselves or for others; `null` where they never did. */
export async function previousAnswers(accountId: string, itemId: string): Promise<Answers | null> {
  const lists = await Promise.all(
    (['open', 'closed'] as const).map((state) => ownRequests(accountId, state, undefined, MOST)),
  );
  const [last] = lists
    .flat()
    .filter((request) => request.itemId === itemId && request.requester === accountId)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  const request = last && (await readRequest(last.id));
  return request ? withoutFacts(request.answers) : null;
}
