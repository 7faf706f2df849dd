import type { Answers, PublishedItem } from '../catalog/domain/model';
import { AppFailure } from '../kernel/errors';
import { approversOf, needsApproval, wantedApprovers } from './domain/approval';
import type { RequestApproval } from './domain/model';
import type { PeopleGone } from './ports';

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
 * The approvals a request needs before work begins, asked of people who can decide: who left, or is not known to Jira, is
 * passed over, in a rule that wants all of them too. Empty when it needs none; the first of the steps that apply runs.
 * @throws AppFailure NO_APPROVER when nobody is left, the item's owner included.
 */
export async function startApprovals(
  { item, answers, requester, beneficiary, at }: Asked,
  peopleGone: PeopleGone,
): Promise<readonly RequestApproval[]> {
  const { approvals, owner } = item.content;
  const step = approvals.find((each) => needsApproval(each, answers));
  if (step === undefined) return [];
  const gone = await peopleGone([...wantedApprovers(step, answers), owner]);
  const approvers = approversOf(step, answers, { requester, beneficiary, owner }, gone);
  if (approvers.length === 0)
    throw new AppFailure('NO_APPROVER', 'Nobody is left who could approve this request.');
  return [
    {
      state: 'pending',
      approvers,
      rule: step.rule,
      startedAt: new Date(at).toISOString(),
      decisions: [],
      ...(step.waitingStatusId && { waitingStatusId: step.waitingStatusId }),
    },
  ];
}
