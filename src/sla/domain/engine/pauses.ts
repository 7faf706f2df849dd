import type { Instant } from '../model';
import { byPause } from './cause';
import type { CompiledMetric, CompiledPause, Holding } from './compiled';
import { numberOf } from './condition';
import type { Context } from './context';
import { ongoingOf } from './cycle';
import { valueIn } from './slots';
import type { MetricRun } from './state';

/** The reason a child agreement's metric gives its parent, when it is paused. */
const childReason = ({ compiled, runs }: Context, metric: CompiledMetric): string | undefined => {
  for (const id of metric.pausedBy) {
    const run = runs[compiled.positionOf.get(id) ?? -1];
    const cycle = run && ongoingOf(run.y);
    if (cycle && cycle.r === undefined) return cycle.pr ?? 'child';
  }
  return undefined;
};

const resumeAtOf = ({ compiled, fields }: Context, field: string): Instant | undefined => {
  const end = numberOf(valueIn(fields, compiled.slots.of(field)));
  return Number.isNaN(end) ? undefined : end;
};

const heldBy = (context: Context, rule: CompiledPause): Holding => {
  if (rule.resumeAtField === undefined) return rule.held;
  return { ...rule.held, until: resumeAtOf(context, rule.resumeAtField) };
};

/** One more thing that holds, unless its end has come. */
const joined = (held: Holding | undefined, more: Holding, now: Instant): Holding | undefined => {
  if (more.until !== undefined && more.until <= now) return held;
  if (!held) return more;
  if (held.until === undefined) return held;
  const until = more.until === undefined ? undefined : Math.max(held.until, more.until);
  return { ...held, until };
};

/** What pauses a metric at an instant, or undefined. Any rule is enough; a rule whose end has come no longer holds. */
export const holding = (context: Context, metric: CompiledMetric, run: MetricRun): Holding | undefined => {
  const { at, fields } = context;
  const { pauses } = metric;
  let held: Holding | undefined;
  if (run.mp) {
    const [reason, until] = run.mp;
    held = joined(undefined, { reason, until: until ?? undefined, cause: byPause(reason) }, at);
  }
  for (let i = 0; i < pauses.length; i++) {
    const rule = pauses[i]!;
    if (rule.test(fields)) held = joined(held, heldBy(context, rule), at);
  }
  if (metric.pausedBy.length === 0) return held;
  const reason = childReason(context, metric);
  return reason === undefined ? held : joined(held, { reason, until: undefined, cause: byPause(reason) }, at);
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
