/** Learns what finished work items took, page by page, from Jira's own history. */
import { log } from '../../platform/log';
import type { HistoryPage } from '../../platform/jira/issues/history-search';
import { isCurrent, replay } from '../engine';
import { courseOf } from '../engine/forecast/course';
import { keyOfIssue } from '../engine/forecast/key-of-issue';
import { packed, type PackedCourse } from '../engine/forecast/pack';
import type { SlaDefinitions, SlaReport } from '../engine/model';
import type { BulkPorts } from '../clocks/sync/ports';
import { allOf, scopeJql } from '../clocks/sync/reconcile';
import type { JobKind, StepOutcome } from '../../work/jobs';
import { historiesOf } from '../clocks/follow/histories-of';
import { FORECAST, type Learning, newLearning } from './learning-job';
import { fitted, isFull, writeSample } from './sample';

const PAGE = 100;
const MOST_ISSUES = 1_000;

/** What was learned takes the place of the last sample when all is looked at. */
export const forecastWith = (ports: BulkPorts): JobKind<Learning> => ({
  ...FORECAST,
  step: (job) => step(ports, job),
  progress: ({ looked }) => looked,
});

/** The next page; from the first again when the definitions have changed meanwhile. */
async function step(ports: BulkPorts, before: Learning): Promise<StepOutcome<Learning>> {
  const definitions = await ports.definitions();
  const run = isCurrent(definitions, before.version) ? before : newLearning(definitions);
  const scope = scopeJql(definitions);
  if (scope === null) return learned(ports, run);
  // Those that ended last: how work went years ago says little of today.
  const jql = allOf(scope, 'statusCategory = Done');
  const total = run.total ?? Math.min(MOST_ISSUES, await ports.count(jql));
  const page = await ports.search(
    { jql: `${jql} ORDER BY updated DESC`, pageToken: run.pageToken, limit: PAGE },
    definitions,
  );
  const found = await coursesOfPage(ports, page, definitions);
  const metrics = fitted(
    run.metrics.map(({ id, courses }) => ({ id, courses: [...courses, ...(found.get(id) ?? [])] })),
  );
  const looked = run.looked + page.histories.length;
  const { pageToken, ...rest } = { ...run, pageToken: page.nextPageToken, looked, total, metrics };
  const over =
    pageToken === undefined || looked >= MOST_ISSUES || metrics.every(({ courses }) => isFull(courses));
  return over ? learned(ports, rest) : { next: { ...rest, pageToken } };
}

async function learned(ports: BulkPorts, run: Learning): Promise<StepOutcome<Learning>> {
  const { version, metrics } = run;
  await writeSample({ schema: 1, learnedAt: ports.now(), version, metrics });
  return { done: { ...run, metrics: [] } };
}

/** The finished cycles of a page by metric. A work item that can't be replayed is left out. */
async function coursesOfPage(
  ports: BulkPorts,
  page: HistoryPage,
  definitions: SlaDefinitions,
): Promise<ReadonlyMap<string, readonly PackedCourse[]>> {
  const courses = new Map<string, PackedCourse[]>();
  for (const { found, read } of await historiesOf(ports, page, definitions)) {
    const { issue, properties } = found;
    try {
      const report = replay(definitions, (await read()).history(), ports.now(), { trace: true });
      for (const [id, own] of coursesIn(report, keyOfIssue({ fields: issue.fields, properties })))
        courses.set(id, [...(courses.get(id) ?? []), ...own]);
    } catch (error) {
      log.error('sla.forecast.issue.failed', error, { issueId: issue.id });
    }
  }
  return courses;
}

const coursesIn = ({ metrics }: SlaReport, key: string): readonly (readonly [string, PackedCourse[]])[] =>
  metrics.map(({ id, completedCycles }) => [
    id,
    completedCycles
      .flatMap((cycle) => courseOf(key, cycle) ?? [])
      .map(packed)
      .reverse(),
  ]);
