/** What the rest of the app may ask of requests. */
import { homeOf as home, type OwnHome } from './home';
import { requestPorts } from './live-ports';

export type { OwnHome } from './home';
export { type LeftApproval, leftApprovals } from './left-approvals';
export { openDraft } from './drafts';
export { type FailedStep, failedRequestSteps } from './failed-steps';
export { requestPorts } from './live-ports';
export { type Refusal, readRefusals } from './refusals';
export { issuesOfRequests, requestOfIssue } from './request-of-issue';
export { requestSteps, withoutPerson } from './steps';

/** What the portal's home shows of somebody's own. */
export const homeOf = (person: { readonly accountId: string; readonly now: number }): Promise<OwnHome> =>
  home(person, requestPorts);
