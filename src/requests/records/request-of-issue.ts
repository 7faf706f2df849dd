import type { PublishedItem } from '../../catalog/domain/model';
import { readable } from '../../platform/storage/entities';
import { type Ending, issueRowKey, type IssueRow, issueRows } from '../../platform/storage/issue-row';
import type { RequestHead } from '../domain/model';
import { asksOf } from '../domain/stages';
import { heads } from './store';

/** The request an issue fulfils, `null` for issues that come from elsewhere. */
export async function requestOfIssue(issueId: string): Promise<RequestHead | null> {
  const row = await issueRows.get(issueRowKey(issueId));
  return row?.request === undefined ? null : heads.get(row.request.id);
}

/** The issue of each request that has one, by the request's id. */
export async function issuesOfRequests(requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = readable(await heads.getMany(requestIds));
  return new Map([...found].flatMap(([id, { issueId }]) => (issueId === undefined ? [] : [[id, issueId]])));
}

/** What a request's issue knows of it. The item's stages are those of the version the request was made with. */
export const issueRowOf = (
  request: Pick<RequestHead, 'id' | 'requester' | 'beneficiary'>,
  { id, content }: Pick<PublishedItem, 'id' | 'content'>,
): IssueRow => ({
  request: {
    id: request.id,
    itemId: id,
    projectId: content.fulfilment.projectId,
    endings: Object.fromEntries(
      content.stages.flatMap(({ kind, statusIds }) =>
        kind === 'open' ? [] : statusIds.map((statusId): [string, Ending] => [statusId, kind]),
      ),
    ),
    waits: [...new Set(content.approvals.flatMap(({ waitingStatusId }) => waitingStatusId ?? []))],
    asks: [...asksOf(content)],
    reopenWithinDays: content.actions.reopenWithinDays,
    askers: [...new Set([request.requester, request.beneficiary])],
  },
});
