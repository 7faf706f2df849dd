/** What a change would do, found out by replaying real work items with both rules. Nothing is stored of them. */
import { AppFailure } from '../../../kernel/errors';
import { newRun } from '../../../work/job';
import type { JobKind, StepOutcome } from '../../../work/jobs';
import type { Editor } from '../../../kernel/audit';
import { affectedMetrics } from '../../engine';
import type { SlaDefinitions } from '../../engine/model';
import type { BulkPorts } from '../../clocks/sync/ports';
import { issuesJql } from '../../clocks/sync/scope';
import { watchChanges } from '../../clocks/sync/watch-changes';
import { historiesOf } from '../../clocks/follow/histories-of';
import { NO_KNOWLEDGE } from '../../clocks/follow/rebuild';
import { planned } from './apply';
import { countFlips, NO_FLIPS, worstFirst } from '../../clocks/sync/compare';
import type { ChangePlan, ChangeTarget } from '../domain/answers/changes';
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
    const { version, target, plan, by, startedAt } = job;
    const editor = { accountId: by ?? '', now: startedAt };
    const change = await planned(version, target, plan, editor).catch((error: unknown) => {
      if (error instanceof AppFailure && !error.retryable) return null;
      throw error;
    });
    return change === null ? { failed: job } : nextPage(ports, job, change);
  },
  progress: ({ checked }) => checked,
});

async function nextPage(
  ports: BulkPorts,
  { pageToken, ...job }: DryRunJob,
  { current, next }: { readonly current: SlaDefinitions; readonly next: SlaDefinitions },
): Promise<StepOutcome<DryRunFindings>> {
  const jql = jqlOf(current, next, job.plan, job.startedAt);
  if (jql === null) return { failed: job };
  const watch = watchChanges(current, next, job.asOf, affectedMetrics(next));
  const page = await ports.search({ jql: `${jql} ORDER BY created ASC`, pageToken, limit: PAGE }, watch.both);
  for (const item of await historiesOf(ports, page, watch.both)) {
    if (item.record instanceof AppFailure) continue;
    const { full, record } = await item.read();
    watch.saw(full, record ?? NO_KNOWLEDGE);
  }
  const findings: DryRunFindings = {
    ...job,
    checked: job.checked + page.histories.length,
    openCycles: job.openCycles + watch.open(),
    changedIssues: job.changedIssues + watch.issues(),
    counts: countFlips(watch.changes, job.counts),
    rows: [...worstFirst([...job.rows, ...watch.changes], MOST_ROWS)],
  };
  return page.nextPageToken === undefined
    ? { done: findings }
    : { next: { ...findings, pageToken: page.nextPageToken } };
}
