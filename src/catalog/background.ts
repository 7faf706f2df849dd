/** What queues and schedules need of the catalog. */
export { redraftJob } from './items/redraft';
