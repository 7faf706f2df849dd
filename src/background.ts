/** What the manifest calls when nobody waits: a bundle of its own, so that no screen's first call loads what runs at night. */

// page and lifecycle events
export { onPageEvent } from './entry/events/page-event';
export { onLifecycle } from './entry/events/on-lifecycle';

// queues
export { onDue } from './entry/consumers/on-due';
export { onJob } from './entry/consumers/on-job';
export { onStep } from './entry/consumers/on-step';

// schedules
export { onSweep } from './entry/scheduled/on-sweep';
export { onReconcile } from './entry/scheduled/on-reconcile';
export { onHousekeeping } from './entry/scheduled/on-housekeeping';
