/** What the rest of the app may ask of the SLA subject. */
export { dryRunJob } from './change/live';
export { deleteMetric } from './config/delete-metric';
export { promiseDefinitions } from './config/for-screens';
export { exportSlaConfig, importSlaConfig, type SlaConfig } from './config/transfer';
export { readStoredDefinitions } from './definitions-store';
export { recomputeIssue, recordApproval, refreshIssue } from './handle-event';
export { forecastJob, learnNightly } from './forecast/live';
export { slaHealth, type SlaHealth } from './health/rows';
export type { AdoptableIssue } from './jobs/adoptable';
export { adoptableIssues } from './jobs/adoptable';
export { requestBackfill } from './jobs/live-ports';
export { answerJql, type JqlAnswer } from './jql';
export { complianceJob, countDaily } from './compliance/live';
export { promisesOf } from './promises';
