/** What the manifest calls for issue events: a bundle of its own, as these are by far the most calls there are. */
export { onIssueEvent } from './entry/events/on-issue-event';
