import type { PublishedItem } from '../../catalog/domain/model';
import type { RequestRow } from '../domain/answers';
import { badRequest } from '../../kernel/errors';
import type { RequestHead } from '../domain/model';
import { isForOther } from '../domain/parties';
import type { PromiseView } from '../../sla/clocks/domain/promise-answer';
import type { Person, RequestPorts } from '../ports';
import { heads } from '../records/store';
import { rowOf, toldPromises } from '../records/view';
import { withheldIssues } from '../records/withheld';
import { promisedLater } from './promised-if-approved';

const PAGE = 25;

export type ListPorts = Pick<
  RequestPorts,
  'itemInVersion' | 'issuesNow' | 'promisesOf' | 'mayBrowse' | 'namesOf'
>;

/**
 * Somebody's own requests, asked by them or for them, newest first, a page at a time: two storage queries, one call to
 * Jira, one to the SLA. The cursor is the last row of the page before, as two indexes have no common one.
 */
export async function listRequests(
  scope: 'open' | 'closed',
  cursor: string | undefined,
  person: Pick<Person, 'accountId' | 'now'>,
  ports: ListPorts,
): Promise<{ readonly rows: readonly RequestRow[]; readonly cursor?: string }> {
  const after = cursor === undefined ? undefined : placeIn(cursor);
  const found = await ownRequests(person.accountId, scope, after?.receivedAt, PAGE + MAX_SAME_INSTANT);
  const left = after === undefined ? found : found.filter((request) => comesAfter(request, after));
  const page = left.slice(0, PAGE);
  const rows = await rowsOf(page, person.now, ports);
  const last = page.at(-1);
  return last && left.length > PAGE ? { rows, cursor: `${last.receivedAt} ${last.id}` } : { rows };
}

/** More than one person sends in a millisecond. */
const MAX_SAME_INSTANT = 5;

type Place = Pick<RequestHead, 'receivedAt' | 'id'>;

function placeIn(cursor: string): Place {
  const [receivedAt, id] = cursor.split(' ');
  if (!receivedAt || !id) throw badRequest('This page of the list is unknown. Reload it.');
  return { receivedAt, id };
}

const comesAfter = (a: Place, b: Place): boolean =>
  a.receivedAt < b.receivedAt || (a.receivedAt === b.receivedAt && a.id > b.id);

/** Requests asked by somebody or for them, newest first, up to `most`; from `notAfter` back when given. */
export async function ownRequests(
  accountId: string,
  state: 'open' | 'closed',
  notAfter: string | undefined,
  most: number,
): Promise<readonly RequestHead[]> {
  const range = notAfter === undefined ? {} : { range: { op: 'lte', value: notAfter } as const };
  const lists = await Promise.all(
    ['by-requester', 'by-beneficiary'].map((index) =>
      heads.queryAll({ index, partition: [accountId, state], newestFirst: true, ...range }, most),
    ),
  );
  return newestFirst(lists.flat());
}

/** The same, whatever their state: up to `most` of the open ones and of the closed ones. */
export async function openAndClosed(accountId: string, most: number): Promise<readonly RequestHead[]> {
  const lists = await Promise.all(
    (['open', 'closed'] as const).map((state) => ownRequests(accountId, state, undefined, most)),
  );
  return newestFirst(lists.flat());
}

const newestFirst = (requests: readonly RequestHead[]): readonly RequestHead[] =>
  requests.toSorted((a, b) => (comesAfter(b, a) ? -1 : 1));

/** What their requesters are shown of some requests, without those whose item is not there. */
export async function rowsOf(
  docs: readonly RequestHead[],
  now: number,
  ports: ListPorts,
): Promise<readonly RequestRow[]> {
  const ids = docs.flatMap((request) => request.issueId ?? []);
  const [around, promises] = await Promise.all([aroundOf(docs, ports), ports.promisesOf(ids)]);
  const later = await promisedLater(docs, (request) => around.items.get(versionOf(request)), now);
  return rowsWith(docs, around, ({ id, issueId = '' }) => promises.get(issueId) ?? later.get(id) ?? []);
}

/** The same without what was promised. */
export const rowsWithoutPromises = async (
  docs: readonly RequestHead[],
  ports: Omit<ListPorts, 'promisesOf'>,
): Promise<readonly RequestRow[]> => rowsWith(docs, await aroundOf(docs, ports), () => []);

type Around = Awaited<ReturnType<typeof aroundOf>>;

async function aroundOf(docs: readonly RequestHead[], ports: Omit<ListPorts, 'promisesOf'>) {
  const people = docs.filter(isForOther).flatMap((request) => [request.requester, request.beneficiary]);
  const [items, issues, names] = await Promise.all([
    itemsOf(docs, ports.itemInVersion),
    ports.issuesNow(docs.flatMap((request) => request.issueId ?? [])),
    ports.namesOf(people),
  ]);
  return { items, issues, names, withheld: await withheldIssues(docs, issues, ports.mayBrowse) };
}

const rowsWith = (
  docs: readonly RequestHead[],
  { items, issues, names, withheld }: Around,
  promisesOf: (request: RequestHead) => readonly PromiseView[],
): readonly RequestRow[] =>
  docs.flatMap((request) => {
    const item = items.get(versionOf(request));
    if (!item) return [];
    const issueId = request.issueId ?? '';
    const told = toldPromises(item, promisesOf(request));
    return [rowOf(request, item, issues.get(issueId), told, names, withheld.has(issueId))];
  });

const versionOf = (request: RequestHead): string => `${request.itemId}:${request.itemVersion}`;

async function itemsOf(
  docs: readonly RequestHead[],
  itemInVersion: RequestPorts['itemInVersion'],
): Promise<ReadonlyMap<string, PublishedItem>> {
  const wanted = new Map(docs.map((request) => [versionOf(request), request]));
  const found = await Promise.all(
    [...wanted].map(
      async ([key, request]) => [key, await itemInVersion(request.itemId, request.itemVersion)] as const,
    ),
  );
  return new Map(found.flatMap(([key, item]) => (item ? [[key, item] as const] : [])));
}
