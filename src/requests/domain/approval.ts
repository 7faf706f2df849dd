import type { AccountId, Answers, ApprovalStep } from '../../catalog/domain/model';
import { conditionHolds } from '../../catalog/domain/conditions';
import type { ApprovalDecision, RequestApproval } from './model';

/** Whether this request needs the step at all. */
export const needsApproval = (step: ApprovalStep | undefined, answers: Answers): step is ApprovalStep =>
  step !== undefined && (step.when === undefined || conditionHolds(step.when, answers));

/**
 * Who decides: the named people and the one the form names, never those who ask or are asked for. The item's owner
 * stands in when nobody else is left; nobody at all means that the request can't be approved.
 */
export function approversOf(
  step: ApprovalStep,
  answers: Answers,
  parties: { readonly requester: AccountId; readonly requestedFor: AccountId; readonly owner: AccountId },
): readonly AccountId[] {
  const named = step.approverField === undefined ? null : answers[step.approverField];
  const wanted = [...step.approvers, ...(typeof named === 'string' ? [named] : [])];
  const others = [...new Set(wanted)].filter((id) => id !== parties.requester && id !== parties.requestedFor);
  if (others.length > 0) return others;
  return parties.owner !== parties.requester && parties.owner !== parties.requestedFor && parties.owner !== ''
    ? [parties.owner]
    : [];
}

/** The step after one more decision: one decline ends it; `any` needs one approval, `all` every approver's. */
export function decided(approval: RequestApproval, decision: ApprovalDecision): RequestApproval {
  const decisions = [...approval.decisions, decision];
  const approvals = new Set(decisions.filter((one) => one.decision === 'approved').map((one) => one.by));
  const enough =
    approval.rule === 'any' ? approvals.size > 0 : approval.approvers.every((id) => approvals.has(id));
  if (decisions.some((one) => one.decision === 'declined'))
    return { ...approval, decisions, state: 'declined' };
  return { ...approval, decisions, state: enough ? 'approved' : 'pending' };
}

/** Whether this person still has to decide. */
export const mayDecide = (approval: RequestApproval | undefined, accountId: AccountId): boolean =>
  approval?.state === 'pending' &&
  approval.approvers.includes(accountId) &&
  approval.decisions.every((decision) => decision.by !== accountId);
