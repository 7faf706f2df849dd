/** What becomes of a request when its work item changes. Pure: facts of the work item × request → changes. */
import { sameValues } from '../../kernel/same-values';
import type { Followed, Following, IssueFacts } from './followed';
import type { RequestApproval, RequestDocument, Voided } from './model';
import type { RequestOfIssue } from './of-issue';
import { undecided } from './parties';
import { withKind } from './with-kind';

/**
 * The request after what is known of its work item; `null` when nothing changes. Facts that come twice or late end the same:
 * an approval that ended later than they tell is not asked for again.
 */
export function follow(
  facts: IssueFacts,
  request: RequestDocument,
  of: RequestOfIssue,
  now: number,
): Following | null {
  if (request.state === 'creating') return null;
  const told: Followed[] = [];
  const stood = facts.gone === true ? goneFrom(request, facts, told) : standing(request, of, facts, now);
  const owned = withReporter(stood, facts, told);
  const next = withoutPassed(withKey(owned, facts), of, facts, told);
  const asks = mustAsk(next, of, facts);
  const row = withProject({ ...of, askers: [...new Set([next.requester, next.beneficiary])] }, facts, told);
  if (!asks && sameValues(request, next) && sameValues(of, row)) return null;
  return { request: next, of: sameValues(of, row) ? of : row, told, asks };
}

/** Closed for good, as far as anybody can tell: its work item is not there. */
function goneFrom(request: RequestDocument, { at }: IssueFacts, told: Followed[]): RequestDocument {
  if (request.state === 'closed') return request;
  told.push({ action: 'request.gone', path: 'state', before: request.state, after: 'closed' });
  const { closesAt: _, ...rest } = request;
  return { ...rest, state: 'closed', closedAt: new Date(at).toISOString() };
}

function standing(
  request: RequestDocument,
  { endings, asks, reopenWithinDays }: RequestOfIssue,
  { status }: IssueFacts,
  now: number,
): RequestDocument {
  if (status === undefined) return request;
  // A status that is no stage of the item is taken as under way.
  const asked = asks.includes(status.id);
  return withKind(request, endings[status.id] ?? 'open', { at: status.since, now, reopenWithinDays, asked });
}

/**
 * As in Jira Service Management: the reporter is whose request it is; who was it before sees it no more. Who asked for
 * somebody else stays the one who asked. Nobody decides about a request of their own: they are asked no more where others are
 * left to decide; else somebody has to stand in for them, and until then it waits.
 */
function withReporter(request: RequestDocument, { reporter }: IssueFacts, told: Followed[]): RequestDocument {
  const { requester, beneficiary } = request;
  if (reporter === undefined || reporter === beneficiary) return request;
  told.push({ action: 'request.reporterChanged', path: 'beneficiary', before: beneficiary, after: reporter });
  return {
    ...request,
    beneficiary: reporter,
    requester: requester === beneficiary ? reporter : requester,
    approvals: request.approvals.map((approval) => {
      const left = { ...approval, approvers: approval.approvers.filter((approver) => approver !== reporter) };
      return approval.state === 'pending' && undecided(left).length > 0 ? left : approval;
    }),
  };
}

const withKey = (request: RequestDocument, { key }: IssueFacts): RequestDocument =>
  key === undefined || key === '' ? request : { ...request, issueKey: key };

function withProject(of: RequestOfIssue, { projectId }: IssueFacts, told: Followed[]): RequestOfIssue {
  if (projectId === undefined || projectId === of.projectId) return of;
  told.push({ action: 'request.movedAway', path: 'space', before: of.projectId, after: projectId });
  return { ...of, projectId };
}

/** Nobody need decide about what has gone on, ended or is gone. */
function withoutPassed(
  request: RequestDocument,
  of: RequestOfIssue,
  facts: IssueFacts,
  told: Followed[],
): RequestDocument {
  const at = new Date(facts.status?.since ?? facts.at).toISOString();
  const approvals = request.approvals.map((approval): RequestApproval => {
    const because = approval.state === 'pending' ? passedBy(approval, of, facts) : null;
    if (because === null) return approval;
    told.push({ action: 'request.approvalVoid', path: 'approval', before: 'pending', after: because });
    return { ...approval, state: 'void', voided: { because, at } };
  });
  return { ...request, approvals };
}

function passedBy(
  { waitingStatusId }: RequestApproval,
  { endings }: RequestOfIssue,
  { gone, status }: IssueFacts,
): Voided['because'] | null {
  if (gone === true) return 'gone';
  if (status === undefined || status.id === waitingStatusId) return null;
  const ending = endings[status.id];
  if (ending !== undefined) return ending === 'cancelled' ? 'cancelled' : 'ended';
  // Where it was made, it may still have to be moved to where it waits.
  return waitingStatusId === undefined || !status.moved ? null : 'moved';
}

/** Sent to where it waits for an approval, by hand, and nobody is asked. */
function mustAsk(request: RequestDocument, { waits }: RequestOfIssue, { gone, status }: IssueFacts): boolean {
  if (gone === true || status === undefined || !status.moved || !waits.includes(status.id)) return false;
  if (request.approvals.some(({ state }) => state === 'pending')) return false;
  return status.since > Math.max(0, ...request.approvals.map(endOf));
}

const endOf = ({ startedAt, decisions, voided }: RequestApproval): number =>
  Math.max(
    ...[startedAt, voided?.at, ...decisions.map(({ at }) => at)].map((at) => Date.parse(at ?? startedAt)),
  );
