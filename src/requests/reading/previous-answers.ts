import { type FilledIn, whoAsks } from '../../catalog/domain/audience/beneficiary';
import { withoutFacts } from '../../catalog/domain/form/facts';
import type { Answers } from '../../catalog/domain/model';
import { openAndClosed } from './list-requests';
import { readRequest } from '../records/store';

/** Requests looked through, open and closed each: an older one is no guide to the next. */
const MOST = 50;

/**
 * What somebody answered when they last asked for an item, for themselves or for others; `null` where they never did. Of who orders for
 * another only what they answered for that one: what others asked, or the other did, is not theirs to know.
 */
export async function previousAnswers(person: FilledIn, itemId: string): Promise<Answers | null> {
  const who = whoAsks(person);
  const own = await openAndClosed(who, MOST);
  const last = own.find(
    ({ itemId: of, requester, beneficiary }) =>
      of === itemId && requester === who && (person.by === undefined || beneficiary === person.accountId),
  );
  const request = last && (await readRequest(last.id));
  return request ? withoutFacts(request.answers) : null;
}
