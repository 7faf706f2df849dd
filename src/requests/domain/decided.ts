import { standingOf } from '../../catalog/domain/approval-rules';
import type { ApprovalDecision, RequestApproval } from './model';

/** The step after one more decision, as its rule has it. What people who are not asked any more said does not count. */
export function decided(approval: RequestApproval, decision: ApprovalDecision): RequestApproval {
  const { rule, needed, approvers } = approval;
  const decisions = [...approval.decisions, decision];
  const said = (what: ApprovalDecision['decision']) =>
    new Set(
      decisions.filter((one) => one.decision === what && approvers.includes(one.by)).map(({ by }) => by),
    ).size;
  const state = standingOf({
    rule,
    needed,
    asked: approvers.length,
    approved: said('approved'),
    declined: said('declined'),
  });
  return { ...approval, decisions, state, ...(state !== 'pending' && { decidedAt: decision.at }) };
}
