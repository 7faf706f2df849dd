/** What a change would do, found out by replaying real work items with both rules. Nothing is stored of them. */
import { AppFailure } from '../../kernel/errors';
import type { Editor } from '../config/change-definitions';
import { affectedMetrics, replay } from '../domain';
import type { SlaDefinitions, SlaReport } from '../domain/model';
import type { BulkPorts } from '../jobs/ports';
import { issuesJql } from '../jobs/scope';
import { historyOf, NO_KNOWLEDGE } from '../runtime/rebuild';
import { planned } from './apply';
import { compareReports, countFlips, NO_FLIPS, worstFirst } from './compare';
import type { ChangePlan, ChangeTarget, CycleChange } from '../domain/answers/changes';
import type { DryRunDocument } from './dry-run-store';
import { effectOf } from './target';

export interface DryRunPorts extends BulkPorts {
  readonly count: (jql: string) => Promise<number>;
  readonly readDryRun: () => Promise<DryRunDocument | null>;
  readonly writeDryRun: (document: DryRunDocument) => Promise<void>;
}

const PAGE = 50;
const MOST_ROWS = 200;

/** A fresh dry run, which takes the place of the last one. @throws CONFLICT, INVALID_DEFINITION */
export async function newDryRun(
  ports: DryRunPorts,
  version: number,
  target: ChangeTarget,
  plan: ChangePlan,
  editor: Editor,
): Promise<DryRunDocument> {
  const { current, next } = await planned(version, target, plan, editor);
  const jql = jqlOf(current, next, plan, editor.now);
  const document: DryRunDocument = {
    schema: 1,
    id: crypto.randomUUID(),
    by: editor.accountId,
    state: jql === null ? 'done' : 'running',
    version,
    target,
    plan,
    startedAt: editor.now,
    asOf: Math.max(editor.now, effectOf(plan, editor.now).from),
    checked: 0,
    total: jql === null ? 0 : await ports.count(jql),
    openCycles: 0,
    changedIssues: 0,
    counts: NO_FLIPS,
    rows: [],
  };
  await ports.writeDryRun(document);
  return document;
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

/**
 * Works on a dry run page by page until it is done, replaced, or its time is up; answers how far it is. A change of the
 * definitions meanwhile ends it as failed: it would compare with what no longer holds.
 */
export async function workOnDryRun(
  ports: DryRunPorts,
  id: string,
  budgetMs: number,
): Promise<DryRunDocument | null> {
  const started = ports.now();
  let document = await ports.readDryRun();
  let work: Work | null = null;
  while (document?.id === id && document.state === 'running' && ports.now() - started < budgetMs) {
    work ??= await workOf(document);
    const next: DryRunDocument =
      work === null ? { ...document, state: 'failed' } : await nextPage(ports, document, work);
    const latest = await ports.readDryRun();
    if (latest?.id !== id) return latest;
    await ports.writeDryRun(next);
    document = next;
  }
  return document;
}

interface Work {
  readonly current: SlaDefinitions;
  readonly next: SlaDefinitions;
  readonly jql: string;
  readonly metricIds: ReadonlySet<string>;
}

async function workOf({ version, target, plan, by, startedAt }: DryRunDocument): Promise<Work | null> {
  try {
    const { current, next } = await planned(version, target, plan, { accountId: by, now: startedAt });
    const jql = jqlOf(current, next, plan, startedAt);
    return jql === null ? null : { current, next, jql, metricIds: affectedMetrics(next) };
  } catch (error) {
    if (error instanceof AppFailure && !error.retryable) return null;
    throw error;
  }
}

async function nextPage(ports: DryRunPorts, document: DryRunDocument, work: Work): Promise<DryRunDocument> {
  const { current, next, jql, metricIds } = work;
  const both: SlaDefinitions = { ...next, metrics: [...current.metrics, ...next.metrics] };
  const [page, categories] = await Promise.all([
    ports.search({ jql: `${jql} ORDER BY created ASC`, pageToken: document.pageToken, limit: PAGE }, both),
    ports.categories(),
  ]);
  const records = await ports.records.getMany(page.histories.map(({ issue }) => issue.id));
  const found: CycleChange[] = [];
  let [openCycles, changedIssues] = [0, 0];
  for (const full of page.histories) {
    const known = records.get(full.issue.id) ?? NO_KNOWLEDGE;
    if (known instanceof AppFailure) continue;
    const people = await ports.people(full, both, known.comments);
    const history = historyOf({ ...full, categories, ...people }, known, both);
    // An instant is passed one millisecond later: what is breached by the change itself counts.
    const before = replay(current, history, document.asOf + 1);
    const after = replay(next, history, document.asOf + 1);
    const changes = compareReports(before, after, metricIds);
    openCycles += openOf([before, after], metricIds);
    changedIssues += changes.length > 0 ? 1 : 0;
    found.push(...changes);
  }
  const { pageToken: _before, ...rest } = document;
  return {
    ...rest,
    ...(page.nextPageToken === undefined ? { state: 'done' } : { pageToken: page.nextPageToken }),
    checked: document.checked + page.histories.length,
    openCycles: document.openCycles + openCycles,
    changedIssues: document.changedIssues + changedIssues,
    counts: countFlips(found, document.counts),
    rows: [...worstFirst([...document.rows, ...found], MOST_ROWS)],
  };
}

/** Metrics with a cycle under way by either rule. */
const openOf = (reports: readonly SlaReport[], ids: ReadonlySet<string>): number =>
  new Set(
    reports.flatMap(({ metrics }) =>
      metrics.filter(({ id, ongoingCycle }) => ids.has(id) && ongoingCycle !== undefined).map(({ id }) => id),
    ),
  ).size;
