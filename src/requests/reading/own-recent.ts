import type { PortalHome } from '../../catalog/domain/call-answers';
import { groupBy } from '../../kernel/group-by';
import type { RequestHead } from '../domain/model';
import { isForOther } from '../domain/parties';
import type { Person } from '../ports';
import { ownRequests } from './list-requests';

const MANY = 100;
const MOST_WAITING = 10;

type Waiting = PortalHome['waiting'][number];

export interface OwnSummary {
  readonly open: number;
  /** Items ordered last, newest first, each once; and so of those ordered for each other person. */
  readonly recentItems: string[];
  readonly recentFor: { readonly id: string; readonly items: string[] }[];
  /** Those that wait for them, newest first, as far as the work items told. */
  readonly waiting: Waiting[];
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
    waiting: open.flatMap(waitsFor).slice(0, MOST_WAITING),
    recentItems: lately(newest),
    recentFor: [...groupBy(newest.filter(isForOther), ({ beneficiary }) => beneficiary)].map(
      ([id, requests]) => ({ id, items: lately(requests) }),
    ),
  };
}

const lately = (newest: readonly RequestHead[]): string[] =>
  [...new Set(newest.map(({ itemId }) => itemId))].slice(0, 5);

function waitsFor({ id, issueKey, itemId, asked, closesAt }: RequestHead): Waiting[] {
  const why = closesAt === undefined ? asked && 'answer' : 'confirm';
  return why ? [{ requestId: id, issueKey: issueKey ?? '', itemId, why }] : [];
}
