import type { Instant } from '../model';
import type { CompiledMetric, CompiledPause } from './compiled';
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

const resumeAtOf = (context: Context, rule: CompiledPause): Instant | undefined => {
  if (rule.resumeAtField === undefined) return undefined;
  const end = numberOf(valueOf(context.fields, rule.resumeAtField));
  return Number.isNaN(end) ? undefined : end;
};

/** One more thing that holds, unless its end has come. */
const joined = (
  held: Holding | undefined,
  reason: string,
  until: Instant | undefined,
  now: Instant,
): Holding | undefined => {
  if (until !== undefined && until <= now) return held;
  if (!held) return { reason, until };
  const both = held.until === undefined || until === undefined ? undefined : Math.max(held.until, until);
  return { reason: held.reason, until: both };
};

/** What pauses a metric at an instant, or undefined. Any rule is enough; a rule whose end has come no longer holds. */
export const holding = (context: Context, metric: CompiledMetric, run: MetricRun): Holding | undefined => {
  const { at, fields } = context;
  let held = run.mp ? joined(undefined, run.mp[0], run.mp[1] ?? undefined, at) : undefined;
  for (const rule of metric.pauses) {
    if (rule.test(fields)) held = joined(held, rule.reason, resumeAtOf(context, rule), at);
  }
  if (metric.pausedBy.length === 0) return held;
  const child = childReason(context, metric);
  return child === undefined ? held : joined(held, child, undefined, at);
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
