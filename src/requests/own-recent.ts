import type { Person } from './ports';
import { requests } from './store';
import type { RequestDocument } from './domain/model';

const MANY = 100;

export interface OwnSummary {
  readonly open: number;
  /** Items ordered last, newest first, each once. */
  readonly recentItems: readonly string[];
}

/** How many requests somebody has under way (up to a hundred), and what they ordered last. */
export async function ownSummary(person: Pick<Person, 'accountId'>): Promise<OwnSummary> {
  const of = (state: 'open' | 'closed', limit: number) =>
    requests.query({ index: 'by-requester', partition: [person.accountId, state], newestFirst: true, limit });
  const [open, closed] = await Promise.all([of('open', MANY), of('closed', 10)]);
  const newest = [...open.docs, ...closed.docs].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return {
    open: open.docs.length,
    recentItems: [...new Set(newest.map((request) => request.itemId))].slice(0, 5),
  };
}

/** Whether somebody has a request of this version: then they may see the form as it was. */
export async function hasRequestOf(
  itemId: string,
  version: number,
  person: Pick<Person, 'accountId'>,
): Promise<boolean> {
  const of = (state: RequestDocument['state']) =>
    requests.queryAll(
      { index: 'by-requester', partition: [person.accountId, state], newestFirst: true },
      500,
    );
  const all = await Promise.all([of('open'), of('closed')]);
  return all.flat().some((request) => request.itemId === itemId && request.itemVersion === version);
}
