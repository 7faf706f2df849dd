/** Counting as resolvers, the queue and the daily trigger call for it. */
import { askersZone } from '../../platform/jira/askers-zone';
import { countIssues } from '../../platform/jira/history-search';
import { allProjects } from '../../platform/jira/known-ids';
import { pushEvents } from '../../platform/queue/push';
import type { Recalculation } from '../domain/answers/changes';
import type { Editor } from '../config/change-definitions';
import { readDefinitionsVersion, readStoredDefinitions } from '../definitions-store';
import type { Instant } from '../domain/model';
import { bulkPorts, JOB_QUEUE, requestBackfill } from '../jobs/live-ports';
import { recalculation } from '../jobs/progress';
import type { AgreementPerformance } from '../domain/answers/performance';
import { dailyTasks, newCount, readCountJob, writeCountJob } from './job';
import type { CountPorts } from './ports';
import type { CountTask } from './schemas';
import { changePeriod, readPeriod } from './store';
import { periodOf, refuseReviewed } from './terms';
import { tidyPeriods } from './tidy';
import { performanceOf } from './view';
import { workOnCount } from './work-on-count';

/** A resolver has 25 seconds: small sites have their answer before it goes on in the background. */
const AT_ONCE_MS = 8_000;
/** Forge ends a job's invocation after 15 minutes. */
const BUDGET_MS = 8 * 60_000;

const ports: CountPorts = {
  now: bulkPorts.now,
  definitions: bulkPorts.definitions,
  records: bulkPorts.records,
  search: bulkPorts.search,
  categories: bulkPorts.categories,
  people: bulkPorts.people,
  version: readDefinitionsVersion,
  allProjects,
  count: countIssues,
  askersZone,
  readJob: readCountJob,
  writeJob: writeCountJob,
  change: changePeriod,
};

async function begin(tasks: readonly CountTask[], now: Instant): Promise<string> {
  const id = crypto.randomUUID();
  await writeCountJob(newCount(id, tasks, await readCountJob(), now));
  return id;
}

const enqueue = async (id: string): Promise<void> => {
  await pushEvents(JOB_QUEUE, [{ body: { kind: 'compliance', id }, serialise: 'compliance' }]);
};

/** Goes on with a count in the background. Safe to repeat. */
export async function runCount(id: string): Promise<void> {
  if ((await workOnCount(ports, id, BUDGET_MS)) === 'again') await enqueue(id);
}

/** Counts a period by the agreement as it stands, in the background where it takes long. @throws NOT_FOUND, BAD_REQUEST */
export async function countPeriod(
  { agreementId, period: key }: { readonly agreementId: string; readonly period: string },
  { now }: Editor,
): Promise<AgreementPerformance> {
  const { definitions } = await readStoredDefinitions();
  const { fresh } = periodOf(definitions, agreementId, key, now);
  refuseReviewed((await readPeriod(agreementId, key)) ?? fresh);
  const id = await begin([{ agreementId, key, renew: true }], now);
  if ((await workOnCount(ports, id, AT_ONCE_MS)) === 'again') await enqueue(id);
  const counted = await readPeriod(agreementId, key);
  return performanceOf(agreementId, now, counted === null ? [] : [counted]);
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
  if (tasks.length > 0) await enqueue(await begin(tasks, now));
}
