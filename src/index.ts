/** What the manifest calls, and nothing else. */

// resolvers
export { resolver } from './entry/resolvers';

// product and lifecycle events
export { onIssueEvent } from './entry/events/on-issue-event';
export { onPageEvent } from './entry/events/page-event';
export { onLifecycle } from './entry/events/on-lifecycle';

// queues
export { onDue } from './entry/consumers/on-due';
export { onJob } from './entry/consumers/on-job';

// schedules
export { onSweep } from './entry/scheduled/on-sweep';
export { onReconcile } from './entry/scheduled/on-reconcile';
export { onHousekeeping } from './entry/scheduled/on-housekeeping';
