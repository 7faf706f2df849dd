/** Learns what finished work items took, page by page, from Jira's own history. */
import { log } from '../../platform/log';
import { orThrow } from '../../platform/storage/entities';
import type { HistoryPage } from '../../platform/jira/history-search';
import { isCurrent, replay } from '../domain';
import { courseOf } from '../domain/forecast/course';
import { keyOfIssue } from '../domain/forecast/key-of-issue';
import { packed, type PackedCourse } from '../domain/forecast/pack';
import type { SlaDefinitions, SlaReport } from '../domain/model';
import type { BulkPorts } from '../jobs/ports';
import { allOf, scopeJql } from '../jobs/reconcile';
import { historyOf, NO_KNOWLEDGE } from '../runtime/rebuild';
import { type LearningRun, newRun } from './run';
import { fitted, type ForecastSample, isFull } from './sample';

export interface LearningPorts extends Pick<
  BulkPorts,
  'now' | 'definitions' | 'search' | 'categories' | 'people'
> {
  readonly records: Pick<BulkPorts['records'], 'getMany'>;
  readonly count: (jql: string) => Promise<number>;
  readonly readRun: () => Promise<LearningRun | null>;
  readonly writeRun: (run: LearningRun) => Promise<void>;
  readonly writeSample: (sample: ForecastSample) => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
}

const PAGE = 100;
const MOST_ISSUES = 1_000;
/** Forge ends a job's invocation after 15 minutes. */
const BUDGET_MS = 8 * 60_000;
/** Jira is shared with people: a first burst goes unhindered, then so many work items a minute. */
const BURST = 400;
const ISSUES_PER_MINUTE = 2_000;

/** Works on a run until it is done, replaced, or the invocation's time is up: then it wants to be called `again`. */
export async function learn(ports: LearningPorts, id: string): Promise<'again' | 'done'> {
  const started = ports.now();
  for (;;) {
    const run = await ports.readRun();
    if (run?.id !== id || run.state !== 'running') return 'done';
    if (ports.now() - started > BUDGET_MS) return 'again';
    const next = await step(ports, run);
    if ((await ports.readRun())?.id !== id) return 'done';
    if (next.state === 'done') {
      const { version, metrics } = next;
      await ports.writeSample({ schema: 1, learnedAt: next.updatedAt, version, metrics });
      await ports.writeRun({ ...next, metrics: [] });
      return 'done';
    }
    await ports.writeRun(next);
    if (next.looked > BURST) await ports.pause((PAGE / ISSUES_PER_MINUTE) * 60_000);
  }
}

/** The next page; from the first again when the definitions have changed meanwhile. */
async function step(ports: LearningPorts, before: LearningRun): Promise<LearningRun> {
  const definitions = await ports.definitions();
  const run = isCurrent(definitions, before.version) ? before : newRun(before.id, definitions, ports.now());
  const scope = scopeJql(definitions);
  if (scope === null) return { ...run, state: 'done', updatedAt: ports.now() };
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
  const { pageToken: _before, ...rest } = run;
  const over =
    page.nextPageToken === undefined ||
    looked >= MOST_ISSUES ||
    metrics.every(({ courses }) => isFull(courses));
  return {
    ...rest,
    ...(over ? { state: 'done' } : { pageToken: page.nextPageToken }),
    looked,
    total,
    metrics,
    updatedAt: ports.now(),
  };
}

/** The finished cycles of a page by metric. A work item that can't be replayed is left out. */
async function coursesOfPage(
  ports: LearningPorts,
  { histories }: HistoryPage,
  definitions: SlaDefinitions,
): Promise<ReadonlyMap<string, readonly PackedCourse[]>> {
  const [records, categories] = await Promise.all([
    ports.records.getMany(histories.map(({ issue }) => issue.id)),
    ports.categories(),
  ]);
  const found = new Map<string, PackedCourse[]>();
  for (const { properties, ...full } of histories) {
    const { issue } = full;
    try {
      const known = orThrow(records.get(issue.id) ?? NO_KNOWLEDGE);
      const people = await ports.people(full, definitions, known.comments);
      const history = historyOf({ ...full, categories, ...people }, known, definitions);
      const report = replay(definitions, history, ports.now(), { trace: true });
      for (const [id, courses] of coursesIn(report, keyOfIssue({ fields: issue.fields, properties })))
        found.set(id, [...(found.get(id) ?? []), ...courses]);
    } catch (error) {
      log.error('sla.forecast.issue.failed', error, { issueId: issue.id });
    }
  }
  return found;
}

const coursesIn = ({ metrics }: SlaReport, key: string): readonly (readonly [string, PackedCourse[]])[] =>
  metrics.map(({ id, completedCycles }) => [
    id,
    completedCycles
      .flatMap((cycle) => courseOf(key, cycle) ?? [])
      .map(packed)
      .reverse(),
  ]);
