/** What the rest of the app may ask of the SLA subject. */
export { dryRunJob } from './definitions/change/dry-runs';
export { deleteMember } from './definitions/members';
export { judgingDefinitions, promiseDefinitions } from './definitions/stored/for-screens';
export { readDisplay } from './definitions/stored/display-store';
export { readPolicy } from './definitions/stored/policy-store';
export { definitionsGroup } from './definitions/transfer';
export { readStoredDefinitions } from './definitions/stored/definitions-store';
export { displayStore } from './definitions/stored/display-store';
export { recomputeIssue, recordApproval, refreshIssue } from './clocks/handle-event';
export { forecastJob, learnNightly } from './forecast/learning';
export { slaHealth, type SlaHealth } from './health/rows';
export type { AdoptableIssue } from './clocks/sync/adoptable';
export { adoptableIssues } from './clocks/sync/adoptable';
export { requestBackfill } from './clocks/sync/forge-ports';
export { answerJql, type JqlAnswer } from './clocks/jql';
export { complianceJob, countDaily } from './compliance/counting';
export { policyStore } from './definitions/stored/policy-store';
export { promisesOf } from './clocks/promises';
