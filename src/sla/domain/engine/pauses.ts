import type { Instant } from '../model';
import type { CompiledMetric } from './compiled';
import { numberOf, valueOf } from './condition';
import type { Context } from './context';
import { ongoingOf } from './cycle';
import type { MetricRun } from './state';

export interface Holding {
  /** The first reason in force: by hand, then the rules in order, then a child agreement. */
  readonly reason: string;
  /** When all that holds is known to end; undefined when any of it isn't. */
  readonly until: Instant | undefined;
}

const childReason = (context: Context, metric: CompiledMetric): string | undefined => {
  for (const id of metric.pausedBy) {
    const cycle = ongoingOf(context.runs.get(id)?.y ?? []);
    if (cycle && cycle.r === undefined) return cycle.pr ?? 'child';
  }
  return undefined;
};

/** What pauses a metric at an instant, or undefined. Any rule is enough; a rule whose end has come no longer holds. */
export const holding = (context: Context, metric: CompiledMetric, run: MetricRun): Holding | undefined => {
  let reason: string | undefined;
  let until: Instant | undefined = -Infinity;
  const hold = (why: string, end: Instant | undefined): void => {
    if (end !== undefined && end <= context.at) return;
    reason ??= why;
    until = end === undefined || until === undefined ? undefined : Math.max(until, end);
  };
  if (run.mp) hold(run.mp[0], run.mp[1] ?? undefined);
  for (const rule of metric.pauses) {
    if (!rule.test(context.fields)) continue;
    const end = rule.resumeAtField ? numberOf(valueOf(context.fields, rule.resumeAtField)) : NaN;
    hold(rule.reason, Number.isNaN(end) ? undefined : end);
  }
  if (metric.pausedBy.length > 0) {
    const child = childReason(context, metric);
    if (child) hold(child, undefined);
  }
  return reason === undefined ? undefined : { reason, until };
};

/** Keeps the pauses since creation, for metrics whose start is retroactive. */
export const recordPause = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  held: Holding | undefined,
): void => {
  if (!metric.def.retroactivePause) return;
  const list = (run.q ??= []);
  const last = list.at(-1);
  const open = last && last[1] === null ? last : undefined;
  if (open && open[2] === held?.reason) return;
  if (open) open[1] = context.at;
  if (held) list.push([context.at, null, held.reason]);
};
