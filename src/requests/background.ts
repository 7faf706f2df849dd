/** What happens to requests while nobody waits: a door of its own, so that screens do not load it. */
export { requestTimers } from './close-resolved';
export { reconcileRequests } from './reconcile';
