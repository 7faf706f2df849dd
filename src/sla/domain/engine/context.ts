import type { Instant, TimelineEvent } from '../model';
import { type CompiledDefinitions, type CompiledMetric } from './compiled';
import { type LiveFields, valueOf } from './condition';
import type { MetricRun } from './state';
import { type Trace, traceOf } from './trace';
import type { Occurrence } from './trigger';

/** One issue at one instant of its replay. */
export interface Context {
  readonly compiled: CompiledDefinitions;
  readonly createdAt: Instant;
  /** All fields when tracing; otherwise those the definitions look at. */
  fields: LiveFields;
  at: Instant;
  happened: Occurrence;
  factId: string | undefined;
  by: string | null;
  /** What metrics did at this instant: `metricId:started`, …. */
  signals: string[];
  readonly runs: ReadonlyMap<string, MetricRun>;
  readonly trace: Trace | undefined;
}

export type Action = TimelineEvent['action'];

/** Remembers an action for the timeline, when there is one. */
export const note = (
  context: Context,
  metric: CompiledMetric,
  action: Action,
  words: string,
  goal?: Pick<TimelineEvent, 'goalId' | 'rejected'>,
): void => {
  if (!context.trace) return;
  traceOf(context.trace, metric.def.id).events.push({
    at: context.at,
    action,
    factId: context.factId,
    by: context.by,
    matchedCondition: words,
    rejected: [],
    ...goal,
  });
};

/** Begins a stretch of a cycle for the timeline; `at` differs from now only for retroactive starts and gaps. */
export const mark = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  rule: string,
  at = context.at,
): void => {
  if (!context.trace) return;
  const cycle = run.y.at(-1);
  if (!cycle) return;
  const { marks } = traceOf(context.trace, metric.def.id);
  const list = marks.get(cycle.n) ?? [];
  marks.set(cycle.n, list);
  list.push({
    at,
    type: cycle.r === undefined ? 'paused' : 'running',
    assignee: valueOf(context.fields, 'assignee'),
    group: valueOf(context.fields, 'group'),
    status: valueOf(context.fields, 'status'),
    calendarId: cycle.c,
    factId: context.factId,
    rule,
    reason: cycle.r === undefined ? cycle.pr : undefined,
  });
};

export const signal = (context: Context, metric: CompiledMetric, what: string): void => {
  if (context.compiled.listening) context.signals.push(`${metric.def.id}:${what}`);
};

/** Forgets the stretches that began after an instant: a cycle that had stopped then goes on from there. */
export const dropMarksAfter = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  at: Instant,
): void => {
  const cycle = run.y.at(-1);
  const marks = cycle && context.trace?.get(metric.def.id)?.marks.get(cycle.n);
  while (marks && (marks.at(-1)?.at ?? -Infinity) > at) marks.pop();
};
