import type { FieldValue, Instant, TimelineEvent } from '../model';
import type { Cause } from '../compiled/cause';
import type { CompiledDefinitions, CompiledMetric } from '../compiled/compiled';
import { lastOf } from './cycle';
import { valueIn } from '../compiled/slots';
import type { MetricRun } from './state';
import { type Trace, traceOf } from './trace';
import type { Moment, Occurrence } from '../compiled/trigger';

/** One issue at one instant of its replay: made once, changed from instant to instant. */
export interface Context extends Moment {
  readonly compiled: CompiledDefinitions;
  readonly createdAt: Instant;
  readonly fields: FieldValue[];
  at: Instant;
  happened: Occurrence;
  readonly changed: number[];
  factId: string | undefined;
  by: string | null;
  signals: string[];
  /** Whether the issue is in the scope of the metric with an index. */
  readonly scopes: boolean[];
  /** Whether any pause has had a known end, so that time alone may end one. */
  knownEnds: boolean;
  /** In the order of the compiled metrics. */
  readonly runs: readonly MetricRun[];
  readonly trace: Trace | undefined;
}

/** Whether the issue is in a metric's scope, as its fields were last looked at. */
export const inScope = ({ scopes }: Context, { index }: CompiledMetric): boolean => scopes[index] === true;

/** Looks again at which scopes the issue is in: fields that decide one have changed. */
export const lookAtScopes = ({ compiled: { metrics }, fields, scopes }: Context): void => {
  for (let i = 0; i < metrics.length; i++) scopes[metrics[i]!.index] = metrics[i]!.scope(fields);
};

export type Action = TimelineEvent['action'];

/** Remembers an action for the timeline, when there is one. */
export const note = (
  context: Context,
  metric: CompiledMetric,
  action: Action,
  cause: Cause,
  goal?: Pick<TimelineEvent, 'goalId' | 'rejected'>,
): void => {
  if (!context.trace) return;
  traceOf(context.trace, metric.def.id).events.push({
    at: context.at,
    action,
    factId: context.factId,
    by: context.by,
    cause,
    rejected: [],
    ...goal,
  });
};

/** Begins a stretch of a cycle for the timeline; `at` differs from now only for retroactive starts and gaps. */
export const mark = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  because: Cause,
  at = context.at,
): void => {
  if (!context.trace) return;
  const cycle = lastOf(run.cycles);
  if (!cycle) return;
  const { holders } = context.compiled;
  const { marks } = traceOf(context.trace, metric.def.id);
  const list = marks.get(cycle.number) ?? [];
  marks.set(cycle.number, list);
  list.push({
    at,
    type: cycle.runningSince === undefined ? 'paused' : 'running',
    assignee: valueIn(context.fields, holders.assignee),
    group: valueIn(context.fields, holders.group),
    status: valueIn(context.fields, holders.status),
    calendarId: cycle.calendarId,
    factId: context.factId,
    because,
    reason: cycle.runningSince === undefined ? cycle.pauseReason : undefined,
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
  const cycle = lastOf(run.cycles);
  const marks = cycle && context.trace?.get(metric.def.id)?.marks.get(cycle.number);
  while (marks && (marks.at(-1)?.at ?? -Infinity) > at) marks.pop();
};
