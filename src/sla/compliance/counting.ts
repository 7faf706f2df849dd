/** Counting as resolvers, the queue and the daily trigger call for it. */
import { readJob } from '../../work/job';
import { startJob, startJobAtOnce } from '../../work/jobs';
import type { Recalculation } from '../definitions/domain/answers/changes';
import type { Editor } from '../../kernel/audit';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import type { Instant } from '../engine/model';
import { bulkPorts, requestBackfill } from '../clocks/sync/forge-ports';
import { recalculation } from '../clocks/sync/progress';
import type { AgreementCompliance } from './domain/answers';
import { COMPLIANCE, type CountJob, dailyTasks, newCount } from './job';
import type { CountTask } from './schemas';
import { readPeriod } from './store';
import { periodOf, refuseReviewed } from './terms';
import { tidyPeriods } from './tidy';
import { complianceOf } from './compliance-of';
import { complianceWith } from './work-on-count';

export const complianceJob = complianceWith(bulkPorts);

const begun = async (tasks: readonly CountTask[], now: Instant): Promise<CountJob> =>
  newCount(tasks, await readJob(COMPLIANCE), now);

/** Counts a period by the agreement as it stands, in the background where it takes long. @throws NOT_FOUND, BAD_REQUEST */
export async function countPeriod(
  { agreementId, period: key }: { readonly agreementId: string; readonly period: string },
  { now }: Editor,
): Promise<AgreementCompliance> {
  const { definitions } = await readStoredDefinitions();
  const { fresh } = periodOf(definitions, agreementId, key, now);
  refuseReviewed((await readPeriod(agreementId, key)) ?? fresh);
  await startJobAtOnce(complianceJob, await begun([{ agreementId, key, renew: true }], now));
  const counted = await readPeriod(agreementId, key);
  return complianceOf(agreementId, now, counted === null ? [] : [counted]);
}

/** Has work items measured that had finished before the app followed them. @throws NOT_FOUND, BAD_REQUEST */
export async function measureFinished(
  { agreementId, period: key }: { readonly agreementId: string; readonly period: string },
  { now }: Editor,
): Promise<{ readonly recalculation: Recalculation | null }> {
  const { definitions } = await readStoredDefinitions();
  await requestBackfill('asked', periodOf(definitions, agreementId, key, now).period.from);
  return { recalculation: await recalculation() };
}

/** Every day: drops what is kept no longer, and counts the periods under way and those that ended lately. */
export async function countDaily(now: Instant): Promise<void> {
  const { definitions } = await readStoredDefinitions();
  await tidyPeriods(definitions);
  const tasks = dailyTasks(definitions, now);
  if (tasks.length > 0) await startJob(complianceJob, await begun(tasks, now));
}
