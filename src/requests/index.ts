/** What the rest of the app may ask of requests. */
import { itemFor, keepPopular } from '../catalog';
import { groupsOf } from '../platform/identity/groups';
import { appAccountId } from '../platform/jira/app-account';
import { peopleGone } from '../platform/jira/people';
import { type AdoptableIssue, adoptRequests as adopt } from './adopt-requests';
import { closeResolved } from './close-resolved';
import { countOrders } from './popularity';

export {
  cancelRequest,
  commentOnRequest,
  confirmRequest,
  reopenRequest,
  type ActionPorts,
} from './act-on-request';
export type { AdoptableIssue } from './adopt-requests';
export { decideApproval, type DecidePorts } from './decide-approval';
export { earliestDateFor } from './earliest-date';
export { deleteDraft, openDraft, saveDraft } from './drafts';
export { getRequest } from './get-request';
export { listApprovals, waitingRequests } from './list-approvals';
export { listRequests } from './list-requests';
export { ownSummary } from './own-recent';
export { type Refusal, readRefusals } from './refusals';
export { issuesOfRequests, requestOfIssue } from './request-of-issue';
export { requestSteps, type StepPorts, withoutPerson } from './steps';
export { readDrafts } from './draft-store';
export { submit, type SubmitPorts } from './submit';

/** Makes requests of issues that carry the app's property but have none; safe to repeat. Answers how many. */
export async function adoptRequests(issues: readonly AdoptableIssue[]): Promise<number> {
  const now = Date.now();
  const adopted = await adopt(issues, { now, itemFor, appAccountId, groupsOf, peopleGone });
  if (adopted > 0) await countPopular(now);
  return adopted;
}

/** Counts anew what is ordered most. */
export const countPopular = async (now: number): Promise<void> => keepPopular(await countOrders(now), now);

/** The day's work: close what nobody reopened in time, count what is ordered most. */
export async function tidyRequests(now: number): Promise<{ readonly closed: number }> {
  const closed = await closeResolved(now);
  await countPopular(now);
  return { closed };
}
