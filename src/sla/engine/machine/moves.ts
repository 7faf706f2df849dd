import type { Instant } from '../model';
import { byRule, cancelledBy, type Cause } from '../compiled/cause';
import type { Choice, CompiledMetric } from '../compiled/compiled';
import { type Context, dropMarksAfter, mark, note, signal } from './context';
import {
  breachInstantOf,
  breachOf,
  closeReason,
  dueOf,
  lastOf,
  ongoingOf,
  pause,
  reopenAfterGap,
  resume,
} from './cycle';
import { calendarNow, chooseGoal, goalNote } from './goals';
import { holding, recordPause } from './pauses';
import { valueIn } from '../compiled/slots';
import type { CycleState, MetricRun } from './state';
import { instantIn } from '../compiled/target';

const calendarOf = (context: Context, cycle: CycleState) => context.compiled.calendar(cycle.c);

/** Where a new cycle counts from: now, or the retroactive field, but never before the cycle before it ended. */
const startOf = (context: Context, metric: CompiledMetric, run: MetricRun): Instant => {
  const field = metric.def.startFromField;
  if (!field) return context.at;
  const from =
    field === 'created'
      ? context.createdAt
      : instantIn(valueIn(context.fields, context.compiled.slots.of(field)), calendarNow(context, metric));
  if (Number.isNaN(from)) return context.at;
  return Math.min(context.at, Math.max(from, lastOf(run.y)?.e ?? -Infinity));
};

/** Every key is there from the start: objects of one shape are what makes a replay quick. */
const newCycle = (n: number, start: Instant, choice: Choice): CycleState => ({
  n,
  s: start,
  e: undefined,
  x: undefined,
  g: choice.index,
  t: choice.aim.ms,
  c: choice.calendarId,
  v: undefined,
  a: 0,
  w: 0,
  r: start,
  p: undefined,
  pr: undefined,
  ps: undefined,
  ra: undefined,
  rc: undefined,
  pb: undefined,
  d: choice.aim.fixed,
  k: choice.aim.fixed === undefined ? undefined : 1,
  bd: choice.aim.nominal,
  o: undefined,
  b: undefined,
  eb: undefined,
  bn: undefined,
  xs: undefined,
  ex: undefined,
  z: undefined,
});

/** Runs through the pauses between a retroactive start and now. */
const replayPauses = (context: Context, metric: CompiledMetric, run: MetricRun, cycle: CycleState): void => {
  const calendar = calendarOf(context, cycle);
  for (const [from, to, reason] of run.q ?? []) {
    const end = to ?? context.at;
    if (end <= cycle.s || from >= context.at) continue;
    pause(cycle, calendar, Math.max(from, cycle.s), reason);
    mark(context, metric, run, byRule('pausedBefore'), Math.max(from, cycle.s));
    if (to === null) continue;
    resume(cycle, end);
    mark(context, metric, run, byRule('resumedBefore'), end);
  }
};

/** Opens a cycle, paused when a pause holds; or remembers that a start waits for a goal or a date. */
export const openCycle = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cause: Cause,
  start = startOf(context, metric, run),
): void => {
  const choice = chooseGoal(context, metric, start);
  if (typeof choice === 'string') {
    run.pd = context.at;
    run.na = choice;
    return;
  }
  run.pd = undefined;
  run.na = undefined;
  const cycle = newCycle((lastOf(run.y)?.n ?? 0) + 1, start, choice);
  run.y.push(cycle);
  const calendar = calendarOf(context, cycle);
  const due = dueOf(cycle, calendar);
  cycle.o = due;
  mark(context, metric, run, cause, start);
  note(context, metric, 'start', cause, goalNote(context, metric, choice.index));
  signal(context, metric, 'started');
  if (start < context.at) {
    if (metric.def.retroactivePause) {
      recordPause(context, metric, run, holding(context, metric, run));
      replayPauses(context, metric, run, cycle);
    }
    const left = dueOf(cycle, calendar);
    if (left !== undefined && left < context.at) cycle.b = context.at;
  }
  settlePause(context, metric, run, true);
};

/** Pauses, resumes or changes the reason so that the cycle is paused exactly while something holds. */
export const settlePause = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  mayPause: boolean,
): void => {
  const cycle = ongoingOf(run.y);
  if (!cycle) return;
  const held = holding(context, metric, run);
  if (held && cycle.r !== undefined && mayPause) {
    pause(cycle, calendarOf(context, cycle), context.at, held.reason);
    mark(context, metric, run, held.cause);
    note(context, metric, 'pause', held.cause);
    signal(context, metric, 'paused');
  } else if (held && cycle.r === undefined && held.reason !== cycle.pr) {
    closeReason(cycle, context.at);
    cycle.pr = held.reason;
    mark(context, metric, run, held.cause);
  }
  if (!held || cycle.r !== undefined) return;
  cycle.ra = held.until;
  cycle.rc = held.changesAt;
  if (held.until !== undefined || held.changesAt !== undefined) context.knownEnds = true;
};

export const resumeCycle = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = ongoingOf(run.y);
  if (!cycle || cycle.r !== undefined) return;
  resume(cycle, context.at);
  mark(context, metric, run, cause);
  note(context, metric, 'resume', cause);
};

export const stopCycle = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = ongoingOf(run.y);
  if (!cycle) return;
  cycle.e = context.at;
  run.mp = undefined;
  note(context, metric, 'stop', cause);
  if (!context.compiled.listening) return;
  signal(context, metric, 'stopped');
  const breach = breachInstantOf(metric, cycle, calendarOf(context, cycle));
  if (breach === undefined || context.at <= breach) signal(context, metric, 'met');
};

export const cancelCycle = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = ongoingOf(run.y);
  if (!cycle) return;
  cycle.e = context.at;
  cycle.x = cancelledBy(cause);
  note(context, metric, 'cancel', cause);
};

/** The last cycle goes on as if it had never stopped. */
export const undoStop = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = lastOf(run.y);
  if (!cycle) return;
  cycle.e = undefined;
  note(context, metric, 'undoStop', cause);
};

/** `sum`: the last cycle goes on, the gap not counted. */
export const continueCycle = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cause: Cause,
): void => {
  const cycle = lastOf(run.y);
  if (cycle?.e === undefined) return;
  const stopped = cycle.e;
  const marks = context.trace?.get(metric.def.id)?.marks.get(cycle.n);
  dropMarksAfter(context, metric, run, stopped);
  reopenAfterGap(cycle, calendarOf(context, cycle), context.at);
  marks?.push({
    ...marks.at(-1)!,
    at: stopped,
    type: 'paused',
    reason: 'finished',
    because: byRule('stopped'),
  });
  mark(context, metric, run, cause);
  note(context, metric, 'start', cause);
};

/** Zeroes the last cycle; the first promise, and that it was breached, are kept for reports. A finished one runs again. */
export const resetCycle = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cycle: CycleState,
  cause: Cause,
): void => {
  const { at } = context;
  const running = cycle.r !== undefined || cycle.e !== undefined;
  const choice = chooseGoal(context, metric, at);
  const fresh = typeof choice === 'string' ? { ...cycle, s: at, a: 0, w: 0 } : newCycle(cycle.n, at, choice);
  const due = dueOf(cycle, calendarOf(context, cycle));
  const breached = breachOf(cycle, due, metric.def.graceMs, cycle.e ?? at) !== undefined;
  const eb: 1 | undefined = breached ? 1 : cycle.eb;
  const kept = { e: undefined, o: cycle.o, v: (cycle.v ?? 0) + 1, xs: cycle.xs, eb };
  const clock = running
    ? { r: at, p: undefined, ps: undefined, pr: undefined, ra: undefined, rc: undefined }
    : { r: undefined, p: at, ps: at, pr: cycle.pr, ra: cycle.ra, rc: cycle.rc };
  const made: CycleState = { ...fresh, ...kept, ...clock, pb: undefined };
  run.y[run.y.length - 1] = made;
  context.trace?.get(metric.def.id)?.marks.delete(made.n);
  mark(context, metric, run, cause);
  note(context, metric, 'reset', cause);
};
