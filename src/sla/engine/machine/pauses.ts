import type { Instant } from '../model';
import { byChild, byPause, CHILD_REASON } from '../compiled/cause';
import type { CompiledMetric, CompiledPause, Holding } from '../compiled/compiled';
import type { Context } from './context';
import { ongoingOf } from './cycle';
import { calendarNow } from './goals';
import { valueIn } from '../compiled/slots';
import type { MetricRun } from './state';
import { instantIn } from '../compiled/target';

/** The reason a child agreement's metric gives its parent, when it is paused, or (where that is enough) under way. */
const childReason = ({ compiled, runs }: Context, metric: CompiledMetric): string | undefined => {
  for (const { id, whileOpen } of metric.pausedBy) {
    const run = runs[compiled.positionOf.get(id) ?? -1];
    const cycle = run && ongoingOf(run.cycles);
    if (!cycle) continue;
    if (whileOpen) return CHILD_REASON;
    if (cycle.runningSince === undefined) return cycle.pauseReason ?? CHILD_REASON;
  }
  return undefined;
};

/** When a pause is said to end: in the zone of the cycle that is paused, or of the one that would start. */
const resumeAtOf = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  field: string,
): Instant | undefined => {
  const { compiled, fields } = context;
  const cycle = ongoingOf(run.cycles);
  const calendar = cycle ? compiled.calendar(cycle.calendarId) : calendarNow(context, metric);
  const end = instantIn(valueIn(fields, compiled.slots.of(field)), calendar);
  return Number.isNaN(end) ? undefined : end;
};

const heldBy = (context: Context, metric: CompiledMetric, run: MetricRun, rule: CompiledPause): Holding => {
  if (rule.resumeAtField === undefined) return rule.held;
  return { ...rule.held, until: resumeAtOf(context, metric, run, rule.resumeAtField) };
};

/** One more thing that holds, unless its end has come. */
const joined = (held: Holding | undefined, more: Holding, now: Instant): Holding | undefined => {
  if (more.until !== undefined && more.until <= now) return held;
  if (!held) return more;
  if (held.until === undefined) return held;
  const until = more.until === undefined ? undefined : Math.max(held.until, more.until);
  return until === held.until ? held : { ...held, until, changesAt: held.changesAt ?? held.until };
};

/** What pauses a metric at an instant, or undefined. Any rule is enough; a rule whose end has come no longer holds. */
export const holding = (context: Context, metric: CompiledMetric, run: MetricRun): Holding | undefined => {
  const { at, fields } = context;
  const { pauses } = metric;
  let held: Holding | undefined;
  if (run.pausedByHand) {
    const [reason, until] = run.pausedByHand;
    held = joined(undefined, { reason, until: until ?? undefined, cause: byPause(reason) }, at);
  }
  for (let i = 0; i < pauses.length; i++) {
    const rule = pauses[i]!;
    if (rule.test(fields)) held = joined(held, heldBy(context, metric, run, rule), at);
  }
  const elsewhere = run.holdingChildren?.[0];
  if (elsewhere) {
    const [issueId, , reason] = elsewhere;
    held = joined(held, { reason, until: undefined, cause: byChild(reason, issueId) }, at);
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
  const { at } = context;
  const list = (run.pauses ??= []);
  const last = list.at(-1);
  const knownEnd = last?.[3];
  if (last && last[1] === null && knownEnd !== undefined && knownEnd <= at) last[1] = knownEnd;
  const open = last && last[1] === null ? last : undefined;
  if (open && open[2] === held?.reason) list[list.length - 1] = pauseFrom(open[0], held);
  else {
    if (open) open[1] = at;
    if (held) list.push(pauseFrom(at, held));
  }
};

/** A pause under way as it is kept: its known end only when there is one, for a state is plain JSON. */
const pauseFrom = (from: Instant, { reason, until }: Holding): NonNullable<MetricRun['pauses']>[number] =>
  until === undefined ? [from, null, reason] : [from, null, reason, until];

/** Whether somebody paused the metric by hand, until later than now. */
export const isPausedByHand = ({ at }: Context, { pausedByHand }: MetricRun): boolean =>
  pausedByHand !== undefined && (pausedByHand[1] === null || pausedByHand[1] > at);
