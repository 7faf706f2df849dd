/** What the rest of the app may ask of the SLA subject. */
export type { IssueEvent } from './issue-event';
export { actOnDue, followIssue, planDue } from './handle-event';
