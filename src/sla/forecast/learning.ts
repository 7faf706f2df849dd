/** Learning as the clock, the queue and the settings call for it. */
import { isUnderWay, newRun, readJob } from '../../work/job';
import { startJob } from '../../work/jobs';
import type { ForecastState } from './domain/answers';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import { readDisplay } from '../definitions/stored/display-store';
import { showsForecasts } from '../definitions/domain/display/model';
import { backTest } from '../engine/forecast/back-test';
import type { Instant } from '../engine/model';
import { bulkPorts } from '../clocks/sync/forge-ports';
import { forecastWith } from './learn';
import { FORECAST, newLearning } from './learning-job';
import { coursesOf, readSample } from './sample';

export const forecastJob = forecastWith(bulkPorts);

/** Begins to learn in the background; nothing happens while that is under way. */
export async function requestLearning(now: Instant): Promise<void> {
  if (isUnderWay(await readJob(FORECAST), now)) return;
  const { definitions } = await readStoredDefinitions();
  await startJob(FORECAST, newRun(newLearning(definitions), null, now));
}

/** Every day, where forecasts are shown. */
export async function learnNightly(now: Instant): Promise<void> {
  if (showsForecasts(await readDisplay())) await requestLearning(now);
}

/** What was learned of each metric, how good it is, and how far the learning under way has come. */
export async function forecastState(now: Instant): Promise<ForecastState> {
  const [sample, run] = await Promise.all([readSample(), readJob(FORECAST)]);
  const learning = isUnderWay(run, now) ? { looked: run.looked, total: run.total ?? null } : null;
  if (sample === null) return { learnedAt: null, learning, metrics: [] };
  const metrics = [...coursesOf(sample)].map(([id, courses]) => ({
    id,
    courses: courses.length,
    test: backTest(courses),
  }));
  return { learnedAt: sample.learnedAt, learning, metrics };
}
