/** What the manifest calls, and nothing else. */

// resolvers
export { resolver } from './entry/resolvers';

// product and lifecycle events
export { onPageEvent } from './entry/events/page-event';
export { onLifecycle } from './entry/events/on-lifecycle';

// JQL functions
export { onJql } from './entry/jql/on-jql';

// queues
export { onDue } from './entry/consumers/on-due';
export { onJob } from './entry/consumers/on-job';
export { onStep } from './entry/consumers/on-step';

// schedules
export { onSweep } from './entry/scheduled/on-sweep';
export { onReconcile } from './entry/scheduled/on-reconcile';
export { onHousekeeping } from './entry/scheduled/on-housekeeping';
