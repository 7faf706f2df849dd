import type { AccountId, Answers, ApprovalStep, ItemContent } from '../../catalog/domain/model';
import { conditionHolds } from '../../catalog/domain/form/conditions';
import type { ApprovalHead, RequestApproval, RequestDocument, Voided } from './model';
import { isPartyOf, undecided } from './parties';
import { type IssueStatus, stageOf } from './stages';

/** How a request's step is decided: by the item's rule. */
export const ruleOf = ({ rule, needed }: ApprovalStep): Pick<RequestApproval, 'rule' | 'needed'> => ({
  rule,
  ...(needed && { needed }),
});

/** Whether this request needs the step at all. */
export const needsApproval = (step: ApprovalStep, answers: Answers): boolean =>
  step.when === undefined || conditionHolds(step.when, answers);

/** The named people, the one the form names, and the manager, where the step asks for one and one is known. */
export function wantedApprovers(
  step: ApprovalStep,
  answers: Answers,
  manager: AccountId | null = null,
): readonly AccountId[] {
  const named = step.approverField === undefined ? null : answers[step.approverField];
  return [
    ...new Set([
      ...step.approvers,
      ...(typeof named === 'string' && named !== '' ? [named] : []),
      ...(step.manager && manager !== null ? [manager] : []),
    ]),
  ];
}

/** Accounts that can't decide, each with who stands in for them and can; `null` for nobody. */
export type Gone = ReadonlyMap<AccountId, AccountId | null>;

interface Parties {
  readonly requester: AccountId;
  readonly beneficiary: AccountId;
  readonly owner: AccountId;
  /** Whom the beneficiary works for, where somebody has asked. */
  readonly manager?: AccountId | null;
}

/** Whether somebody can decide: never who asks or is asked for, nor who is gone. */
const canDecide =
  (parties: Parties, gone: Gone) =>
  (id: AccountId): boolean =>
    id !== '' && !isPartyOf(parties, id) && !gone.has(id);

/**
 * Who decides: the wanted people, never those who ask or are asked for. In the place of an account known to be `gone` comes
 * who stands in for it; the item's owner where nobody is left so; nobody at all means that the request can't be approved.
 */
export function approversOf(
  step: ApprovalStep,
  answers: Answers,
  parties: Parties,
  gone: Gone,
): readonly AccountId[] {
  const can = canDecide(parties, gone);
  const others = wantedApprovers(step, answers, parties.manager).map((id) => gone.get(id) ?? id);
  const able = [...new Set(others)].filter(can);
  return able.length > 0 ? able : [parties.owner].filter(can);
}

/**
 * A pending step without those who left before they decided: the others and those who stand in go on, and the item's owner does
 * where nobody is left to decide. `null` when the owner can't either.
 */
export function withoutGone(approval: RequestApproval, gone: Gone, parties: Parties): RequestApproval | null {
  const { owner } = parties;
  const decidedBy = new Set(approval.decisions.map(({ by }) => by));
  const can = canDecide(parties, gone);
  const left = approval.approvers.flatMap((id) => {
    if (decidedBy.has(id) || !gone.has(id)) return [id];
    return [gone.get(id) ?? ''].filter(can);
  });
  const kept = [...new Set(left)];
  if (kept.some((id) => !decidedBy.has(id))) return { ...approval, approvers: kept };
  const canStandIn = can(owner) && !kept.includes(owner);
  return canStandIn ? { ...approval, approvers: [...kept, owner] } : null;
}

/** The step that matters now: the one that waits for a decision, else the last one there was. */
export const currentApproval = <Step extends ApprovalHead>({
  approvals,
}: {
  readonly approvals: readonly Step[];
}): Step | undefined => approvals.find(({ state }) => state === 'pending') ?? approvals.at(-1);

/** The request with its current step replaced. */
export function withApproval(request: RequestDocument, approval: RequestApproval): RequestDocument {
  const current = currentApproval(request);
  return { ...request, approvals: request.approvals.map((each) => (each === current ? approval : each)) };
}

/** Whether this person still has to decide: about a request of their own nobody does. */
export function mayDecide(request: RequestDocument, accountId: AccountId): boolean {
  const approval = currentApproval(request);
  return (
    approval?.state === 'pending' && !isPartyOf(request, accountId) && undecided(approval).includes(accountId)
  );
}

/**
 * Whether an issue still waits for the decision, as far as its status tells. Not started is taken as waiting: moving it to
 * the waiting status may have failed. An issue that is gone waits for nothing.
 */
export function waitsStill(
  approval: Pick<ApprovalHead, 'waitingStatusId'> | undefined,
  issue: { readonly status: IssueStatus } | undefined,
): boolean {
  if (!issue) return false;
  const { id, category } = issue.status;
  const waiting = approval?.waitingStatusId;
  return id === waiting || category === 'new' || (waiting === undefined && category !== 'done');
}

/** What an issue's status made of the approval meanwhile: `null` while it waits, or may wait, for the decision. */
export function passedBy(
  approval: ApprovalHead,
  content: Pick<ItemContent, 'stages'>,
  status: IssueStatus,
): Voided['because'] | null {
  if (status.id === approval.waitingStatusId) return null;
  const { kind } = stageOf(content, status);
  if (kind === 'cancelled') return 'cancelled';
  if (kind !== 'open') return 'ended';
  return approval.waitingStatusId === undefined ? null : 'moved';
}
