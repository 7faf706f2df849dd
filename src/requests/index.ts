/** What the rest of the app may ask of requests. */
import { itemFor, keepPopular, readVersion } from '../catalog';
import { groupsOf } from '../platform/jira/groups';
import { appAccountId } from '../platform/jira/app-account';
import { peopleGone } from '../platform/jira/people';
import type { AdoptableIssue } from '../sla';
import { adoptRequests as adopt } from './adopt-requests';
import { carryOut } from '../work/carry-out';
import { checkApprovers as check } from './check-approvers';
import { requestPorts, runnerWith } from './live-ports';
import { homeOf as home, type OwnHome } from './home';
import { countOrders } from './popularity';
import { withoutPerson } from './steps';

export type { OwnHome } from './home';
export { type LeftApproval, leftApprovals } from './check-approvers';
export { openDraft } from './drafts';
export { type FailedStep, failedRequestSteps } from './failed-steps';
export { requestPorts } from './live-ports';
export { type Refusal, readRefusals } from './refusals';
export { issuesOfRequests, requestOfIssue } from './request-of-issue';
export { requestSteps, withoutPerson } from './steps';

/** What the portal's home shows of somebody's own. */
export const homeOf = (person: { readonly accountId: string; readonly now: number }): Promise<OwnHome> =>
  home(person, requestPorts);

/** Makes requests of issues that carry the app's property but have none; safe to repeat. Answers how many. */
export async function adoptRequests(issues: readonly AdoptableIssue[]): Promise<number> {
  const now = Date.now();
  const adopted = await adopt(issues, { now, itemFor, appAccountId, groupsOf, peopleGone });
  if (adopted > 0) await countPopular(now);
  return adopted;
}

/** Counts anew what is ordered most. */
export const countPopular = async (now: number): Promise<void> => keepPopular(await countOrders(now), now);

/** Passes on what waits for approvers who have left; answers how many approvals did. */
export const checkApprovers = (now: number): Promise<number> =>
  check({
    now,
    peopleGone,
    itemInVersion: readVersion,
    appAccountId,
    carryOut: (row) => carryOut(row, runnerWith(withoutPerson(requestPorts))),
  });
