/** What the rest of the app may ask of requests. */
export { type LeftApproval, leftApprovals } from './left-approvals';
export { type FailedStep, failedRequestSteps } from './failed-steps';
export { requestPorts, runnerWith } from './forge-ports';
export { type Refusal, readRefusals } from './refusals';
export { readUsual, type UsualTimes } from './usual-times';
export { isOrdered } from './is-ordered';
export { issuesOfRequests, requestOfIssue } from './request-of-issue';
export { withoutPerson } from './steps';
