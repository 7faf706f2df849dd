import type { Answers, ApprovalStep, PublishedItem } from '../../catalog/domain/model';
import { AppFailure } from '../../kernel/errors';
import { approversOf, ruleOf, needsApproval, wantedApprovers } from '../domain/approval';
import type { RequestApproval } from '../domain/model';
import type { RequestPorts } from '../ports';

/** Who is gone, and whom people work for. */
export type ApproverPorts = Pick<RequestPorts, 'peopleGone'> & Partial<Pick<RequestPorts, 'managerOf'>>;

export interface Asked {
  readonly item: PublishedItem;
  /** Checked answers. */
  readonly answers: Answers;
  readonly requester: string;
  readonly beneficiary: string;
  /** Milliseconds. */
  readonly at: number;
}

/**
 * The approvals a request needs before work begins. Empty when it needs none; the first of the steps that apply runs.
 * @throws AppFailure NO_APPROVER when nobody is left, the item's owner included.
 */
export async function startApprovals(
  { item, answers, requester, beneficiary, at }: Asked,
  ports: ApproverPorts,
): Promise<readonly RequestApproval[]> {
  const { approvals, owner } = item.content;
  const step = approvals.find((each) => needsApproval(each, answers));
  if (step === undefined) return [];
  const startedAt = new Date(at).toISOString();
  return [await startStep(step, { answers, requester, beneficiary, owner, startedAt }, ports)];
}

/** Who decides, by what People and Jira say now: nobody where nobody is left. */
export async function approversNow(
  step: ApprovalStep,
  answers: Answers,
  parties: Pick<Start, 'requester' | 'beneficiary' | 'owner'>,
  ports: ApproverPorts,
): Promise<readonly string[]> {
  const manager = step.manager ? ((await ports.managerOf?.(parties.beneficiary)) ?? null) : null;
  const gone = await ports.peopleGone([...wantedApprovers(step, answers, manager), parties.owner]);
  return approversOf(step, answers, { ...parties, manager }, gone);
}

interface Start extends Pick<Asked, 'answers' | 'requester' | 'beneficiary'> {
  readonly owner: string;
  /** ISO. */
  readonly startedAt: string;
}

/**
 * A step that people are asked for who can decide: who left, or is not known to Jira, is passed over for who stands in for
 * them, in a rule that wants all of them too. @throws AppFailure NO_APPROVER when nobody is left, the item's owner included.
 */
export async function startStep(
  step: ApprovalStep,
  { answers, startedAt, ...parties }: Start,
  ports: ApproverPorts,
): Promise<RequestApproval> {
  const approvers = await approversNow(step, answers, parties, ports);
  if (approvers.length === 0)
    throw new AppFailure('NO_APPROVER', 'Nobody is left who could approve this request.');
  return {
    state: 'pending',
    approvers,
    ...ruleOf(step),
    startedAt,
    decisions: [],
    ...(step.waitingStatusId && !step.beforeIssue && { waitingStatusId: step.waitingStatusId }),
  };
}
