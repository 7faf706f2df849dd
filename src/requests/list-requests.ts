import type { PublishedItem } from '../catalog/domain/model';
import type { RequestRow } from './contract';
import type { RequestDocument } from './domain/model';
import type { IssuesNow, ItemInVersion, MayBrowse, Person, PromisesOf } from './ports';
import { requests } from './store';
import { rowOf } from './view';
import { withheldIssues } from './withheld';

const PAGE = 25;

export interface ListPorts {
  readonly itemInVersion: ItemInVersion;
  readonly issuesNow: IssuesNow;
  readonly promisesOf: PromisesOf;
  readonly mayBrowse: MayBrowse;
}

/** Somebody's own requests, newest first, a page at a time: one storage query, one call to Jira, one to the SLA. */
export async function listRequests(
  scope: 'open' | 'closed',
  cursor: string | undefined,
  person: Pick<Person, 'accountId'>,
  ports: ListPorts,
): Promise<{ readonly rows: readonly RequestRow[]; readonly cursor?: string }> {
  const page = await requests.query({
    index: 'by-requester',
    partition: [person.accountId, scope],
    newestFirst: true,
    limit: PAGE,
    cursor,
  });
  const rows = await rowsOf(page.docs, ports);
  return page.cursor ? { rows, cursor: page.cursor } : { rows };
}

async function rowsOf(docs: readonly RequestDocument[], ports: ListPorts): Promise<readonly RequestRow[]> {
  const ids = docs.flatMap((request) => request.issueId ?? []);
  const [items, issues, promises] = await Promise.all([
    itemsOf(docs, ports.itemInVersion),
    ports.issuesNow(ids),
    ports.promisesOf(ids),
  ]);
  const withheld = await withheldIssues(docs, issues, ports.mayBrowse);
  return docs.flatMap((request) => {
    const item = items.get(versionOf(request));
    if (!item) return [];
    const issueId = request.issueId ?? '';
    return [rowOf(request, item, issues.get(issueId), promises.get(issueId) ?? [], withheld.has(issueId))];
  });
}

const versionOf = (request: RequestDocument): string => `${request.itemId}:${request.itemVersion}`;

async function itemsOf(
  docs: readonly RequestDocument[],
  itemInVersion: ItemInVersion,
): Promise<ReadonlyMap<string, PublishedItem>> {
  const wanted = new Map(docs.map((request) => [versionOf(request), request]));
  const found = await Promise.all(
    [...wanted].map(
      async ([key, request]) => [key, await itemInVersion(request.itemId, request.itemVersion)] as const,
    ),
  );
  return new Map(found.flatMap(([key, item]) => (item ? [[key, item] as const] : [])));
}
