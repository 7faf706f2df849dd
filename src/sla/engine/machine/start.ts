import { byRule, type Cause } from '../compiled/cause';
import type { CompiledMetric } from '../compiled/compiled';
import { type Context, dropMarksAfter, inScope, mark, note } from './context';
import { isFinished, lastOf } from './cycle';
import { opensAt } from './in-force';
import { continueCycle, openCycle, resumeCycle, stopCycle, undoStop } from './moves';
import { valueIn } from '../compiled/slots';
import type { MetricRun } from './state';
import { firedEvent, stateThatHolds, stillHolds } from '../compiled/trigger';

export const blockedByState = (context: Context, metric: CompiledMetric): boolean =>
  stateThatHolds(metric.stop, context.fields) !== undefined ||
  stateThatHolds(metric.cancel, context.fields) !== undefined;

/**
 * What starts the metric now: an event, a start that waited for the issue to come into the scope, or a state that did not
 * hold before. Outside the scope an event is told too, for it can wait.
 */
export const startCause = (context: Context, metric: CompiledMetric, run: MetricRun): Cause | undefined => {
  if (!opensAt(context, metric) || blockedByState(context, metric)) return undefined;
  const endedNow = lastOf(run.cycles)?.endedAt === context.at;
  if (!endedNow && !metric.startsFirst && firedEvent(metric.stop, context)) return undefined;
  const event = firedEvent(metric.start, context);
  if (event) return event;
  if (!inScope(context, metric)) return undefined;
  if (run.waitsForScope) return byRule('scopeEntered');
  return run.startHeld ? undefined : stateThatHolds(metric.start, context.fields);
};

const withinUndo = (context: Context, metric: CompiledMetric, run: MetricRun): boolean => {
  if (metric.def.undoStopMs <= 0) return false;
  const cycle = lastOf(run.cycles);
  if (!cycle || !isFinished(cycle) || cycle.endedAt === context.at) return false;
  return (
    context.compiled.calendar(cycle.calendarId).workingMs(cycle.endedAt ?? 0, context.at) <=
    metric.def.undoStopMs
  );
};

export const start = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const last = lastOf(run.cycles);
  const { method } = metric.def;
  run.waitsForScope = undefined;
  if (last && last.endedAt === undefined) return;
  if (last && isFinished(last)) {
    if (withinUndo(context, metric, run)) return undoStop(context, metric, run, cause);
    if (last.endedAt === context.at && method !== 'every') return;
    if (method === 'first') return;
    if (method === 'sum') return continueCycle(context, metric, run, cause);
    if (method === 'span') return reopenSpan(context, metric, run, cause);
  }
  openCycle(context, metric, run, cause);
  if (run.stoppedFirst && run.cycles.length === 1) {
    run.stoppedFirst = undefined;
    stopCycle(context, metric, run, byRule('stoppedBefore'));
  }
};

/** `span`: the gap counts as running. */
const reopenSpan = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = lastOf(run.cycles);
  const stopped = cycle?.endedAt;
  if (!cycle || stopped === undefined) return;
  cycle.endedAt = undefined;
  if (cycle.runningSince === undefined) {
    const now = context.at;
    dropMarksAfter(context, metric, run, stopped);
    context.at = stopped;
    resumeCycle(context, metric, run, byRule('stopped'));
    context.at = now;
    mark(context, metric, run, cause);
  }
  note(context, metric, 'start', cause);
};

/** Whether the issue is in a status of the category Done, as far as the history tells. */
const isDone = ({ compiled, fields }: Context): boolean =>
  valueIn(fields, compiled.slots.of('statusCategory'))[0] === 'done';

/**
 * A stop whose reason went away within the window is undone (an accidental resolve, sla-rules §6.3). From Resolved to
 * Closed is no reopening.
 */
export const undoIfLeft = (context: Context, metric: CompiledMetric, run: MetricRun): void => {
  if (!withinUndo(context, metric, run) || !inScope(context, metric) || isDone(context)) return;
  if (!stillHolds(metric.stop, context.fields)) undoStop(context, metric, run, byRule('stopLeft'));
};
