import type { Write } from '../../platform/storage/transact';
import { AppFailure, notFound } from '../../kernel/errors';
import type { PublishedItem } from '../../catalog/domain/model';
import type { StepRow } from '../../work/step';
import { stepWrite } from '../../work/steps';
import { auditRequest } from '../records/audit-request';
import { currentApproval, mayDecide, passedBy, withApproval } from '../domain/approval';
import { hasNoIssue } from '../domain/before-issue';
import { decided } from '../domain/decided';
import type { RequestApproval, RequestDocument, Voided } from '../domain/model';
import { isPartyOf } from '../domain/parties';
import { afterDecision } from '../records/following';
import type { Person, RequestPorts } from '../ports';
import { endedBefore } from '../records/settle';
import { updateRequest } from '../records/update-request';

export type DecidePorts = Pick<
  RequestPorts,
  'itemInVersion' | 'issuesNow' | 'hasMoved' | 'namesOf' | 'carryOut'
>;

export interface Decision {
  readonly requestId: string;
  readonly decision: 'approved' | 'declined';
  readonly comment: string;
}

type How = Voided['because'] | 'approved' | 'declined' | 'gone' | 'own';

/** How a decision ended: taken, with what follows once it is the last; or too late. */
type Outcome =
  | { readonly approval: RequestApproval; readonly row: StepRow | null }
  | { readonly how: How; readonly by?: string };

/** What Jira and the catalog say, asked once. */
interface Seen {
  readonly item: PublishedItem | null;
  readonly passed: Voided['because'] | 'gone' | null;
}

/**
 * An approver decides, once and for good: the decision, its audit entry and what follows are one transaction; then the issue
 * moves on and the SLA is told, if need be later. Where the issue has gone on without, nothing is decided and nothing moves.
 * @throws AppFailure NOT_FOUND for those who are no approvers of it; APPROVAL_OVER with `how` it ended and the `name`
 * of who ended it, where that is known; STORAGE_BUSY when others keep deciding at the same moment.
 */
export async function decideApproval(
  wanted: Decision,
  person: Person,
  ports: DecidePorts,
): Promise<RequestApproval> {
  const outcome = await updateRequest<Outcome, RequestDocument, Seen>(
    wanted.requestId,
    (request, seen) => {
      const approval = request && currentApproval(request);
      if (!request || !approval?.approvers.includes(person.accountId) || isPartyOf(request, person.accountId))
        throw notFound('This approval');
      if (!mayDecide(request, person.accountId)) return { answer: endOf(approval, person.accountId) };
      if (seen === undefined) return { ask: request };
      // Not written down: an issue that only the app can't see now may come back.
      if (seen.passed === 'gone') return { answer: { how: 'gone' } };
      return seen.passed
        ? voided(request, approval, seen.passed, seen.item, person)
        : taken(request, approval, wanted, seen.item, person);
    },
    (request) => look(request, ports),
  );
  if ('how' in outcome) throw over(outcome.how, await nameOf(outcome.by, ports));
  if (outcome.row) await ports.carryOut(outcome.row);
  return outcome.approval;
}

/** Looks where the issue is before anything is decided about it. */
async function look(request: RequestDocument, ports: DecidePorts): Promise<Seen> {
  const { itemId, itemVersion, issueId = '' } = request;
  if (hasNoIssue(request)) return { item: await ports.itemInVersion(itemId, itemVersion), passed: null };
  const [item, issues] = await Promise.all([
    ports.itemInVersion(itemId, itemVersion),
    ports.issuesNow([issueId]),
  ]);
  const issue = issues.get(issueId);
  if (!issue) return { item, passed: 'gone' };
  const approval = currentApproval(request);
  const because = item && approval ? passedBy(approval, item.content, issue.status) : null;
  // Not started is no way past it: moving it to the waiting status may have failed.
  const isPassed = because !== null && (because !== 'moved' || (await ports.hasMoved(issueId)));
  return { item, passed: isPassed ? because : null };
}

function taken(
  request: RequestDocument,
  before: RequestApproval,
  { decision, comment }: Decision,
  item: PublishedItem | null,
  person: Person,
) {
  const at = new Date(person.now).toISOString();
  const approval = decided(before, { by: person.accountId, decision, comment, at });
  const { state } = approval;
  // Declined before there was a work item, it has ended, and nothing follows.
  const isOver = state === 'declined' && hasNoIssue(request);
  const row =
    !isOver && (state === 'approved' || state === 'declined')
      ? afterDecision(request, item, state, comment, person)
      : null;
  const audit = auditOf(`request.${decision}`, request, item, person, [before.state, state], comment);
  return {
    next: isOver ? endedBefore(withApproval(request, approval), item, at) : withApproval(request, approval),
    also: [audit, ...(row ? [stepWrite(row)] : [])],
    answer: { approval, row },
  };
}

/** An approval that its issue has passed by is void from now on. */
function voided(
  request: RequestDocument,
  approval: RequestApproval,
  because: Voided['because'],
  item: PublishedItem | null,
  person: Person,
) {
  const end: Voided = { because, at: new Date(person.now).toISOString() };
  return {
    next: withApproval(request, { ...approval, state: 'void', voided: end }),
    also: [auditOf('request.approvalVoid', request, item, person, [approval.state, 'void'])],
    answer: { how: because },
  };
}

function endOf(approval: RequestApproval, accountId: string): Outcome {
  if (approval.decisions.some(({ by }) => by === accountId)) return { how: 'own' };
  if (approval.voided) return { how: approval.voided.because, by: approval.voided.by };
  const last = approval.decisions.at(-1);
  return { how: last?.decision ?? 'moved', by: last?.by };
}

const over = (how: How, name = ''): AppFailure =>
  new AppFailure('APPROVAL_OVER', `This approval is over (${how}).`, { params: { how, name } });

const nameOf = async (accountId: string | undefined, ports: DecidePorts): Promise<string> =>
  accountId === undefined ? '' : ((await ports.namesOf([accountId])).get(accountId) ?? accountId);

const auditOf = (
  action: string,
  request: RequestDocument,
  item: PublishedItem | null,
  person: Person,
  [before, after]: readonly [RequestApproval['state'], RequestApproval['state']],
  reason = '',
): Write =>
  auditRequest(request, item?.content.name ?? { en: request.itemId }, {
    at: new Date(person.now).toISOString(),
    by: person.accountId,
    action,
    changes: [{ path: 'approval', before, after }],
    ...(reason && { reason }),
  });
