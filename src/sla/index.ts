/** What the rest of the app may ask of the SLA subject. */
export { runDryRun } from './change/live';
export { promiseDefinitions } from './config/for-screens';
export { exportSlaConfig, importSlaConfig, type SlaConfig } from './config/transfer';
export { readStoredDefinitions } from './definitions-store';
export { actOnDue, planDue, recomputeIssue, recordApproval, refreshIssue } from './handle-event';
export { learnNightly, runLearning } from './forecast/live';
export { slaHealth, type SlaHealth } from './health/rows';
export { countUsageNow } from './health/usage-ports';
export type { AdoptableIssue } from './jobs/adoptable';
export { adoptableIssues } from './jobs/adoptable';
export { forgetGone } from './jobs/forget-gone';
export { enqueueJob, requestBackfill } from './jobs/live-ports';
export { reconcileNow, runBackfill } from './jobs/run';
export { answerJql, type JqlAnswer } from './jql';
export { countDaily, runCount } from './performance/live';
export { promisesOf } from './promises';
