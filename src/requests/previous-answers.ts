import { withoutFacts } from '../catalog/domain/facts';
import type { Answers } from '../catalog/domain/model';
import { openAndClosed } from './list-requests';
import { readRequest } from './store';

/** Requests looked through, open and closed each: an older one is no guide to the next. */
const MOST = 50;

/** What somebody answered when they last asked for an item, for themselves or for others; `null` where they never did. */
export async function previousAnswers(accountId: string, itemId: string): Promise<Answers | null> {
  const own = await openAndClosed(accountId, MOST);
  const last = own.find((request) => request.itemId === itemId && request.requester === accountId);
  const request = last && (await readRequest(last.id));
  return request ? withoutFacts(request.answers) : null;
}
