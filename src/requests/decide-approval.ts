import { auditWrite } from '../platform/storage/audit';
import { transact, type Write } from '../platform/storage/transact';
import { log } from '../platform/log';
import { AppFailure, conflict, notFound } from '../kernel/errors';
import type { PublishedItem } from '../catalog/domain/model';
import { doc, paragraph, text } from './domain/adf';
import { currentApproval, decided, mayDecide, passedBy, withApproval } from './domain/approval';
import type { RequestApproval, RequestDocument, Voided } from './domain/model';
import type {
  HasMoved,
  IssuesNow,
  ItemInVersion,
  MoveTo,
  NamesOf,
  Notice,
  Person,
  RecordApproval,
} from './ports';
import { mover } from './mover';
import { readRequest, requestWrites } from './store';

export interface DecidePorts {
  readonly itemInVersion: ItemInVersion;
  readonly issuesNow: IssuesNow;
  readonly hasMoved: HasMoved;
  readonly namesOf: NamesOf;
  readonly moveTo: MoveTo;
  readonly moveAsUser: MoveTo;
  readonly notice: Notice;
  readonly recordApproval: RecordApproval;
}

export interface Decision {
  readonly requestId: string;
  readonly decision: 'approved' | 'declined';
  readonly comment: string;
}

const MAX_ATTEMPTS = 3;

/**
 * An approver decides, once and for good: the decision and its audit entry are one transaction; then the issue moves
 * on and the SLA is told. Where the issue has gone on without, nothing is decided and nothing moves.
 * @throws AppFailure NOT_FOUND for those who are no approvers of it; APPROVAL_OVER with `how` it ended and the `name`
 * of who ended it, where that is known; CONFLICT when others keep deciding at the same moment.
 */
export async function decideApproval(
  wanted: Decision,
  person: Person,
  ports: DecidePorts,
): Promise<RequestApproval> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const request = await openFor(wanted.requestId, person, ports);
    const item = await ports.itemInVersion(request.itemId, request.itemVersion);
    await refuseIfPassed(request, item, person, ports);
    const at = new Date(person.now).toISOString();
    const { decision, comment } = wanted;
    const approval = decided(currentOf(request), { by: person.accountId, decision, comment, at });
    const after = { ...withApproval(request, approval), rev: request.rev + 1 };
    const audit = auditOf(`request.${decision}`, request, item, person, approval.state, comment);
    if (!(await kept(request, after, audit))) continue;
    if (approval.state === 'approved' || approval.state === 'declined')
      await carryOut(after, approval.state, item, person, ports, comment);
    return approval;
  }
  throw conflict('This approval');
}

/** Of a request that was asked about. */
function currentOf(request: RequestDocument): RequestApproval {
  const approval = currentApproval(request);
  if (approval === undefined) throw notFound('This approval');
  return approval;
}

/** The request, while its approval is open for this person. */
async function openFor(requestId: string, person: Person, ports: DecidePorts): Promise<RequestDocument> {
  const request = await readRequest(requestId);
  const approval = request ? currentOf(request) : undefined;
  if (!request || !approval?.approvers.includes(person.accountId)) throw notFound('This approval');
  if (mayDecide(approval, person.accountId)) return request;
  const last = approval.decisions.at(-1);
  if (approval.decisions.some(({ by }) => by === person.accountId)) throw over('own');
  if (approval.voided) throw over(approval.voided.because, await nameOf(approval.voided.by, ports));
  throw over(last?.decision ?? 'moved', await nameOf(last?.by, ports));
}

/** Looks where the issue is before anything is decided about it; an approval it has passed by is void from now on. */
async function refuseIfPassed(
  request: RequestDocument,
  item: PublishedItem | null,
  person: Person,
  ports: DecidePorts,
): Promise<void> {
  const { issueId = '' } = request;
  const approval = currentOf(request);
  const issue = (await ports.issuesNow([issueId])).get(issueId);
  // Not written down: an issue that only the app can't see now may come back.
  if (!issue) throw over('gone');
  const because = item && passedBy(approval, item.content, issue.status);
  if (!because || (because === 'moved' && !(await ports.hasMoved(issueId)))) return;
  const voided: Voided = { because, at: new Date(person.now).toISOString() };
  const after = { ...withApproval(request, { ...approval, state: 'void', voided }), rev: request.rev + 1 };
  await kept(request, after, auditOf('request.approvalVoid', request, item, person, 'void'));
  throw over(because);
}

type How = Voided['because'] | 'approved' | 'declined' | 'gone' | 'own';

const over = (how: How, name = ''): AppFailure =>
  new AppFailure('APPROVAL_OVER', `This approval is over (${how}).`, { params: { how, name } });

const nameOf = async (accountId: string | undefined, ports: DecidePorts): Promise<string> =>
  accountId === undefined ? '' : ((await ports.namesOf([accountId])).get(accountId) ?? accountId);

const kept = async (before: RequestDocument, after: RequestDocument, audit: Write): Promise<boolean> =>
  (await transact([...requestWrites(before, after), audit])) === 'done';

const auditOf = (
  action: string,
  request: RequestDocument,
  item: PublishedItem | null,
  person: Person,
  state: RequestApproval['state'],
  reason = '',
): Write =>
  auditWrite({
    at: new Date(person.now).toISOString(),
    by: person.accountId,
    action,
    subject: `request:${request.id}`,
    subjectName: `${request.issueKey ?? request.id} ${item?.content.name.en ?? request.itemId}`,
    changes: [{ path: 'approval', before: currentOf(request).state, after: state }],
    ...(reason && { reason }),
  });

/** What follows a decision in Jira. The decision stands; a step that fails is logged and the others still happen. */
async function carryOut(
  request: RequestDocument,
  state: 'approved' | 'declined',
  item: PublishedItem | null,
  person: Person,
  ports: DecidePorts,
  comment: string,
): Promise<void> {
  const { issueId } = request;
  if (issueId === undefined) return;
  const { approvedToStatusId, declinedToStatusId } = item?.content.approvals[0] ?? {};
  const target = state === 'approved' ? approvedToStatusId : declinedToStatusId;
  const steps: readonly (() => Promise<void>)[] = [
    () => ports.recordApproval(issueId, state, person.accountId, person.now),
    async () => (target === undefined ? undefined : mover(request, ports)(issueId, target)),
    async () => {
      const name = await nameOf(person.accountId, ports);
      const words = `${state === 'approved' ? 'Approved' : 'Declined'} by ${name}.${comment ? ` ${comment}` : ''}`;
      await ports.notice(issueId, doc([paragraph(text(words))]), state);
    },
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error('approval.follow', error, { requestId: request.id });
    }
  }
}
