import { auditWrite } from '../platform/storage/audit';
import { transact } from '../platform/storage/transact';
import { log } from '../platform/log';
import { conflict, forbidden, notFound } from '../shared/domain/errors';
import { doc, paragraph, text } from './domain/adf';
import { decided, mayDecide } from './domain/approval';
import type { RequestApproval, RequestDocument } from './domain/model';
import type { ItemInVersion, MoveTo, NamesOf, Notice, Person, RecordApproval } from './ports';
import { requests, settledWrites } from './store';

export interface DecidePorts {
  readonly itemInVersion: ItemInVersion;
  readonly namesOf: NamesOf;
  readonly moveTo: MoveTo;
  readonly notice: Notice;
  readonly recordApproval: RecordApproval;
}

export interface Decision {
  readonly requestId: string;
  readonly decision: 'approved' | 'declined';
  readonly comment: string;
}

/**
 * An approver decides, once and for good: the decision and its audit entry are one transaction; then the issue moves
 * on and the SLA is told.
 * @throws AppFailure NOT_FOUND for those who are no approvers of it; FORBIDDEN after one has decided or the step has
 * ended; CONFLICT when another approver decided at the same moment.
 */
export async function decideApproval(
  wanted: Decision,
  person: Person,
  ports: DecidePorts,
): Promise<RequestApproval> {
  const request = await requests.get(wanted.requestId);
  if (!request?.approval?.approvers.includes(person.accountId)) throw notFound('This approval');
  if (!mayDecide(request.approval, person.accountId))
    throw forbidden('an approval that is still open for you');
  const at = new Date(person.now).toISOString();
  const approval = decided(request.approval, {
    by: person.accountId,
    decision: wanted.decision,
    comment: wanted.comment,
    at,
  });
  const after: RequestDocument = { ...request, rev: request.rev + 1, approval };
  const item = await ports.itemInVersion(request.itemId, request.itemVersion);
  const audit = auditWrite({
    at,
    by: person.accountId,
    action: `request.${wanted.decision}`,
    subject: `request:${request.id}`,
    subjectName: `${request.issueKey ?? request.id} ${item?.content.name.en ?? request.itemId}`,
    changes: [{ path: 'approval', before: request.approval.state, after: approval.state }],
    ...(wanted.comment && { reason: wanted.comment }),
  });
  const writes = [
    requests.write(request.id, after, { rev: request.rev }),
    ...settledWrites(request, after),
    audit,
  ];
  if ((await transact(writes)) === 'conflict') throw conflict('This approval');
  if (approval.state !== 'pending') await carryOut(after, approval.state, person, ports, wanted.comment);
  return approval;
}

/** What follows a decision in Jira. The decision stands; a step that fails is logged and the others still happen. */
async function carryOut(
  request: RequestDocument,
  state: 'approved' | 'declined',
  person: Person,
  ports: DecidePorts,
  comment: string,
): Promise<void> {
  const { issueId } = request;
  if (issueId === undefined) return;
  const item = await ports.itemInVersion(request.itemId, request.itemVersion);
  const { approvedToStatusId, declinedToStatusId } = item?.content.approval ?? {};
  const target = state === 'approved' ? approvedToStatusId : declinedToStatusId;
  const steps: readonly (() => Promise<void>)[] = [
    () => ports.recordApproval(issueId, state, person.accountId, person.now),
    async () => (target === undefined ? undefined : ports.moveTo(issueId, target)),
    async () => {
      const name = (await ports.namesOf([person.accountId])).get(person.accountId) ?? person.accountId;
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
