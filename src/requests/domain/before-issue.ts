/** Requests that are approved first, and get their work item after. */
import type { PublishedItem, Stage } from '../../catalog/domain/model';
import { currentApproval, waitsStill } from './approval';
import type { ApprovalHead, RequestHead } from './model';
import type { IssueStatus } from './stages';

/** Whether requests of an item wait for their approval without a work item. */
export const asksFirst = ({ content }: Pick<PublishedItem, 'content'>): boolean =>
  content.approvals.some(({ beforeIssue }) => beforeIssue === true);

type Standing = Pick<RequestHead, 'state' | 'issueId' | 'approvals'>;

/** Whether a request was sent, and has no work item: it waits for its approval, was declined or taken back, or is being made. */
export const hasNoIssue = ({ state, issueId }: Pick<RequestHead, 'state' | 'issueId'>): boolean =>
  state !== 'creating' && issueId === undefined;

/** Whether it was approved, and its work item is still to be made. */
export const isToBeMade = (request: Standing): boolean =>
  request.state === 'open' && hasNoIssue(request) && currentApproval(request)?.state === 'approved';

/** Whether its requester may take it back: not once its work item is being made. */
export const mayWithdraw = (request: Pick<RequestHead, 'state' | 'issueId' | 'attempt'>): boolean =>
  request.state === 'open' && hasNoIssue(request) && request.attempt === undefined;

/** Whether an approval is still to be decided, as far as its work item tells, where there is one. */
export const isWaitedFor = (
  request: Standing,
  approval: ApprovalHead | undefined,
  issue: { readonly status: IssueStatus } | undefined,
): boolean => hasNoIssue(request) || waitsStill(approval, issue);

const stage = (id: string, name: Stage['name'], rest: Pick<Stage, 'actor' | 'kind'>): Stage => ({
  id,
  name,
  statusIds: [],
  ...rest,
});

const WAITING = stage(
  'before:approval',
  { en: 'Waiting for approval', ru: 'На согласовании' },
  {
    actor: 'approver',
    kind: 'open',
  },
);
const APPROVED = stage(
  'before:approved',
  { en: 'Approved', ru: 'Согласована' },
  { actor: 'provider', kind: 'open' },
);
const DECLINED = stage(
  'before:declined',
  { en: 'Declined', ru: 'Отклонена' },
  { actor: 'nobody', kind: 'cancelled' },
);
const CANCELLED = stage(
  'before:cancelled',
  { en: 'Cancelled', ru: 'Отменена' },
  { actor: 'nobody', kind: 'cancelled' },
);

/** Where a request without a work item stands, in the requester's words. */
export function stageBefore(request: Standing): Stage {
  const decision = currentApproval(request)?.state;
  if (request.state === 'closed') return decision === 'declined' ? DECLINED : CANCELLED;
  return decision === 'approved' ? APPROVED : WAITING;
}
