/** What the rest of the app may ask of requests. */
export { type LeftApproval, leftApprovals } from './approvals/left-approvals';
export { type FailedStep, failedRequestSteps } from './records/failed-steps';
export { requestPorts, runnerWith } from './forge-ports';
export { type Refusal, readRefusals } from './sending/refusals';
export { readUsual, type UsualTimes } from './records/usual-times';
export { isOrdered } from './records/is-ordered';
export { issuesOfRequests, requestOfIssue } from './records/request-of-issue';
export { withoutPerson } from './steps';
