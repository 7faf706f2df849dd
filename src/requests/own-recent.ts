import type { Person } from './ports';
import { ownRequests } from './list-requests';

const MANY = 100;

export interface OwnSummary {
  readonly open: number;
  /** Items ordered last, newest first, each once. */
  readonly recentItems: string[];
}

/** How many requests somebody has under way (up to a hundred), and what they ordered last. */
export async function ownSummary(person: Pick<Person, 'accountId'>): Promise<OwnSummary> {
  const { accountId } = person;
  const [open, closed] = await Promise.all([
    ownRequests(accountId, 'open', undefined, MANY),
    ownRequests(accountId, 'closed', undefined, 10),
  ]);
  const newest = [...open, ...closed]
    .filter((request) => request.requester === accountId)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  return {
    open: Math.min(open.length, MANY),
    recentItems: [...new Set(newest.map((request) => request.itemId))].slice(0, 5),
  };
}
