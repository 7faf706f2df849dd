/** What a change would do, found out by replaying real work items with both rules. Nothing is stored of them. */
import { AppFailure } from '../../kernel/errors';
import { newRun } from '../../work/job';
import type { JobKind, StepOutcome } from '../../work/jobs';
import type { Editor } from '../config/change-definitions';
import { affectedMetrics, replay } from '../domain';
import type { SlaDefinitions, SlaReport } from '../domain/model';
import type { BulkPorts } from '../jobs/ports';
import { issuesJql } from '../jobs/scope';
import { historiesOf } from '../runtime/histories-of';
import { planned } from './apply';
import { compareReports, countFlips, NO_FLIPS, worstFirst } from './compare';
import type { ChangePlan, ChangeTarget, CycleChange } from '../domain/answers/changes';
import { DRY_RUN, type DryRunFindings, type DryRunJob } from './dry-run-store';
import { effectOf } from './target';

const PAGE = 50;
const MOST_ROWS = 200;

/** A fresh dry run; done at once where there is nothing to look at. @throws CONFLICT, INVALID_DEFINITION */
export async function newDryRun(
  ports: Pick<BulkPorts, 'count'>,
  version: number,
  target: ChangeTarget,
  plan: ChangePlan,
  editor: Editor,
): Promise<DryRunJob> {
  const { current, next } = await planned(version, target, plan, editor);
  const jql = jqlOf(current, next, plan, editor.now);
  const findings: DryRunFindings = {
    version,
    target,
    plan,
    asOf: Math.max(editor.now, effectOf(plan, editor.now).from),
    checked: 0,
    total: jql === null ? 0 : await ports.count(jql),
    openCycles: 0,
    changedIssues: 0,
    counts: NO_FLIPS,
    rows: [],
  };
  const run = newRun(findings, editor.accountId, editor.now);
  return jql === null ? { ...run, state: 'done' } : run;
}

/** The work items the metrics concerned could measure; `null` when there are none. */
const jqlOf = (
  current: SlaDefinitions,
  next: SlaDefinitions,
  plan: ChangePlan,
  now: number,
): string | null => {
  const concerned = affectedMetrics(next);
  const metrics = [...current.metrics, ...next.metrics].filter(({ id }) => concerned.has(id));
  return issuesJql({ metrics }, plan.scope === 'closed' ? effectOf(plan, now).from : undefined, now);
};

/** Page by page. A change of the definitions meanwhile ends it as failed: it would compare with what no longer holds. */
export const dryRunWith = (ports: BulkPorts): JobKind<DryRunFindings> => ({
  ...DRY_RUN,
  async step(job) {
    const work = await workOf(job);
    return work === null ? { failed: job } : nextPage(ports, job, work);
  },
  progress: ({ checked }) => checked,
});

interface Work {
  readonly current: SlaDefinitions;
  readonly next: SlaDefinitions;
  readonly jql: string;
  readonly metricIds: ReadonlySet<string>;
}

async function workOf({ version, target, plan, by, startedAt }: DryRunJob): Promise<Work | null> {
  try {
    const { current, next } = await planned(version, target, plan, { accountId: by ?? '', now: startedAt });
    const jql = jqlOf(current, next, plan, startedAt);
    return jql === null ? null : { current, next, jql, metricIds: affectedMetrics(next) };
  } catch (error) {
    if (error instanceof AppFailure && !error.retryable) return null;
    throw error;
  }
}

async function nextPage(
  ports: BulkPorts,
  job: DryRunJob,
  { current, next, jql, metricIds }: Work,
): Promise<StepOutcome<DryRunFindings>> {
  const both: SlaDefinitions = { ...next, metrics: [...current.metrics, ...next.metrics] };
  const request = { jql: `${jql} ORDER BY created ASC`, pageToken: job.pageToken, limit: PAGE };
  const page = await ports.search(request, both);
  const found: CycleChange[] = [];
  let [openCycles, changedIssues] = [0, 0];
  for (const { record, read } of await historiesOf(ports, page, both)) {
    if (record instanceof AppFailure) continue;
    const history = (await read()).history();
    // An instant is passed one millisecond later: what is breached by the change itself counts.
    const before = replay(current, history, job.asOf + 1);
    const after = replay(next, history, job.asOf + 1);
    const changes = compareReports(before, after, metricIds);
    openCycles += openOf([before, after], metricIds);
    changedIssues += changes.length > 0 ? 1 : 0;
    found.push(...changes);
  }
  const { pageToken: _before, ...rest } = job;
  const findings: DryRunFindings = {
    ...rest,
    ...(page.nextPageToken === undefined ? {} : { pageToken: page.nextPageToken }),
    checked: job.checked + page.histories.length,
    openCycles: job.openCycles + openCycles,
    changedIssues: job.changedIssues + changedIssues,
    counts: countFlips(found, job.counts),
    rows: [...worstFirst([...job.rows, ...found], MOST_ROWS)],
  };
  return page.nextPageToken === undefined ? { done: findings } : { next: findings };
}

/** Metrics with a cycle under way by either rule. */
const openOf = (reports: readonly SlaReport[], ids: ReadonlySet<string>): number =>
  new Set(
    reports.flatMap(({ metrics }) =>
      metrics.filter(({ id, ongoingCycle }) => ids.has(id) && ongoingCycle !== undefined).map(({ id }) => id),
    ),
  ).size;
