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
  readonly requestedFor: string;
  /** Milliseconds. */
  readonly at: number;
}

/**
 * The approval a request needs before work begins, asked of people who can decide: who left, or is not known to Jira, is
 * passed over, in a rule that wants all of them too. `undefined` when it needs none.
 * @throws AppFailure NO_APPROVER when nobody is left, the item's owner included.
 */
export async function startApproval(
  { item, answers, requester, requestedFor, at }: Asked,
  peopleGone: PeopleGone,
): Promise<RequestApproval | undefined> {
  const { approval: step, owner } = item.content;
  if (!needsApproval(step, answers)) return undefined;
  const gone = await peopleGone([...wantedApprovers(step, answers), owner]);
  const approvers = approversOf(step, answers, { requester, requestedFor, owner }, gone);
  if (approvers.length === 0)
    throw new AppFailure('NO_APPROVER', 'Nobody is left who could approve this request.');
  return {
    state: 'pending',
    approvers,
    rule: step.rule,
    startedAt: new Date(at).toISOString(),
    decisions: [],
    ...(step.waitingStatusId && { waitingStatusId: step.waitingStatusId }),
  };
}
