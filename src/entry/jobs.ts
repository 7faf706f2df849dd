/** Every kind of long work there is. */
import { redraftJob } from '../catalog/background';
import { mendKnowledge } from '../knowledge';
import { adoptRequests } from '../requests/background';
import { adoptableIssues, complianceJob, dryRunJob, forecastJob } from '../sla';
import { backfill } from '../sla/background';
import type { JobKind } from '../work/jobs';

export const JOB_KINDS: readonly JobKind<object>[] = [
  {
    ...backfill((page) => adoptRequests(adoptableIssues(page))),
    // An imported catalog recommends pages that have no byline yet.
    afterwards: mendKnowledge,
  },
  dryRunJob,
  forecastJob,
  complianceJob,
  redraftJob,
];
