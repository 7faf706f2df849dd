import type { PublishedItem, Stage } from '../catalog/domain/model';
import { log } from '../platform/log';
import type { IssuePointer } from '../platform/storage/issue-pointer';
import type { RequestDocument } from './domain/model';
import { withStatus } from './domain/stages';
import { requests } from './store';
import type { ItemInVersion } from './ports';

/** The request an issue fulfils, `null` for issues that come from elsewhere. The index lags by moments; the row does not. */
export async function requestOfIssue(issueId: string): Promise<RequestDocument | null> {
  const page = await requests.query({ index: 'by-issue', partition: [issueId], limit: 1 });
  const hit = page.docs[0];
  return hit ? requests.get(hit.id) : null;
}

/** The issue of each request that has one, by the request's id. */
export async function issuesOfRequests(requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await requests.getMany(requestIds);
  return new Map([...found].flatMap(([id, { issueId }]) => (issueId === undefined ? [] : [[id, issueId]])));
}

export interface StatusChange {
  readonly issueId: string;
  readonly fromStatusId: string | null;
  readonly statusId: string;
  /** When the status was reached, in milliseconds. */
  readonly at: number;
}

/** What a request's issue knows of it. The item's stages are those of the version the request was made with. */
export const pointerTo = (
  request: Pick<RequestDocument, 'id' | 'requester' | 'requestedFor'>,
  { id, content }: Pick<PublishedItem, 'id' | 'content'>,
): IssuePointer => {
  const of = (...kinds: readonly Stage['kind'][]) =>
    content.stages.filter(({ kind }) => kinds.includes(kind)).flatMap(({ statusIds }) => statusIds);
  return {
    requestId: request.id,
    itemId: id,
    resolved: of('resolved'),
    closed: of('closed', 'cancelled'),
    askers: [...new Set([request.requester, request.requestedFor])],
  };
};

/** Whether a change of status can open, resolve or close the request: most don't, and cost nothing more. */
export const turnsRequest = (change: StatusChange, pointer: IssuePointer): boolean => {
  const kindOf = (statusId: string | null): string => {
    if (statusId === null) return 'unknown';
    if (pointer.resolved.includes(statusId)) return 'resolved';
    return pointer.closed.includes(statusId) ? 'closed' : 'open';
  };
  return kindOf(change.fromStatusId) !== kindOf(change.statusId);
};

/**
 * Keeps a request open or closed as its issue goes. Writes only when that changes; an event told twice or late changes
 * nothing. When somebody else writes at the same moment the next event, or the reader, puts it right.
 */
export async function followStatus(
  change: StatusChange,
  requestId: string,
  now: number,
  itemInVersion: ItemInVersion,
): Promise<void> {
  const request = await requests.get(requestId);
  if (!request || request.state === 'creating' || request.issueId !== change.issueId) return;
  const item = await itemInVersion(request.itemId, request.itemVersion);
  if (!item) return;
  // An event does not tell the status's category; a status that is no stage of the item is taken as under way.
  const status = { id: change.statusId, category: 'indeterminate' } as const;
  const outcome = await keepIfChanged(request, withStatus(request, item.content, status, change.at, now));
  if (outcome === 'conflict') log.warn('request.status.conflict', { requestId: request.id });
}

/** Writes what became of a request unless nothing did. */
export async function keepIfChanged(
  before: RequestDocument,
  after: RequestDocument,
): Promise<'done' | 'conflict' | 'unchanged'> {
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) return 'unchanged';
  return requests.put(before.id, { ...after, rev: before.rev + 1 }, { rev: before.rev });
}

const sorted = (request: RequestDocument) =>
  Object.entries(request)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
