import type { PublishedItem, Stage } from '../catalog/domain/model';
import { sameValues } from '../kernel/same-values';
import { type IssuePointer, readPointer } from '../platform/storage/issue-pointer';
import type { RequestHead } from './domain/model';
import { withStatus } from './domain/stages';
import { heads, updateRequest } from './store';
import type { ItemInVersion } from './ports';

/** The request an issue fulfils, `null` for issues that come from elsewhere. */
export async function requestOfIssue(issueId: string): Promise<RequestHead | null> {
  const pointer = await readPointer(issueId);
  return pointer && heads.get(pointer.requestId);
}

/** The issue of each request that has one, by the request's id. */
export async function issuesOfRequests(requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await heads.getMany(requestIds);
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
  request: Pick<RequestHead, 'id' | 'requester' | 'beneficiary'>,
  { id, content }: Pick<PublishedItem, 'id' | 'content'>,
): IssuePointer => {
  const of = (...kinds: readonly Stage['kind'][]) =>
    content.stages.filter(({ kind }) => kinds.includes(kind)).flatMap(({ statusIds }) => statusIds);
  return {
    requestId: request.id,
    itemId: id,
    resolved: of('resolved'),
    closed: of('closed', 'cancelled'),
    askers: [...new Set([request.requester, request.beneficiary])],
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
 * nothing.
 */
export async function followStatus(
  change: StatusChange,
  requestId: string,
  now: number,
  itemInVersion: ItemInVersion,
): Promise<void> {
  const head = await heads.get(requestId);
  if (!head || head.state === 'creating' || head.issueId !== change.issueId) return;
  const item = await itemInVersion(head.itemId, head.itemVersion);
  if (!item) return;
  // An event does not tell the status's category; a status that is no stage of the item is taken as under way.
  const status = { id: change.statusId, category: 'indeterminate' } as const;
  await updateRequest(requestId, (request) => {
    if (!request) return { answer: undefined };
    const next = withStatus(request, item.content, status, change.at, now);
    return sameValues(request, next) ? { answer: undefined } : { next, answer: undefined };
  });
}
