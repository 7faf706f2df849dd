/** Learning as the clock, the queue and the settings call for it. */
import { countIssues } from '../../platform/jira/history-search';
import { pushEvents } from '../../platform/queue/push';
import type { ForecastState } from '../domain/answers/forecasts';
import { readStoredDefinitions } from '../definitions-store';
import { showsForecasts } from '../domain/display/model';
import { backTest } from '../domain/forecast/back-test';
import type { Instant } from '../domain/model';
import { bulkPorts, JOB_QUEUE } from '../jobs/live-ports';
import { learn, type LearningPorts } from './learn';
import { isUnderWay, newRun, readRun, writeRun } from './run';
import { coursesOf, readSample, writeSample } from './sample';

const ports: LearningPorts = {
  ...bulkPorts,
  count: countIssues,
  readRun,
  writeRun,
  writeSample,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const enqueue = async (id: string): Promise<void> => {
  await pushEvents(JOB_QUEUE, [{ body: { kind: 'forecast', id }, serialise: 'forecast' }]);
};

/** Begins to learn in the background; nothing happens while that is under way. */
export async function requestLearning(now: Instant): Promise<void> {
  if (isUnderWay(await readRun(), now)) return;
  const id = crypto.randomUUID();
  const { definitions } = await readStoredDefinitions();
  await writeRun(newRun(id, definitions, now));
  await enqueue(id);
}

/** Every day, where forecasts are shown. */
export async function learnNightly(now: Instant): Promise<void> {
  const { definitions } = await readStoredDefinitions();
  if (showsForecasts(definitions.display)) await requestLearning(now);
}

/** Goes on with a run; hands what is left to a fresh invocation. Safe to repeat. */
export async function runLearning(id: string): Promise<void> {
  if ((await learn(ports, id)) === 'again') await enqueue(id);
}

/** What was learned of each metric, how good it is, and how far the learning under way has come. */
export async function forecastState(now: Instant): Promise<ForecastState> {
  const [sample, run] = await Promise.all([readSample(), readRun()]);
  const learning =
    run !== null && isUnderWay(run, now) ? { looked: run.looked, total: run.total ?? null } : null;
  if (sample === null) return { learnedAt: null, learning, metrics: [] };
  const metrics = [...coursesOf(sample)].map(([id, courses]) => ({
    id,
    courses: courses.length,
    test: backTest(courses),
  }));
  return { learnedAt: sample.learnedAt, learning, metrics };
}
