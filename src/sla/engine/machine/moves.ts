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
import { UNSET_CYCLE } from './codec';
import { instantIn } from '../compiled/target';

const calendarOf = (context: Context, cycle: CycleState) => context.compiled.calendar(cycle.calendarId);

/** Where a new cycle counts from: now, or the retroactive field, but never before the cycle before it ended. */
const startOf = (context: Context, metric: CompiledMetric, run: MetricRun): Instant => {
  const field = metric.def.startFromField;
  if (!field) return context.at;
  const from =
    field === 'created'
      ? context.createdAt
      : instantIn(valueIn(context.fields, context.compiled.slots.of(field)), calendarNow(context, metric));
  if (Number.isNaN(from)) return context.at;
  return Math.min(context.at, Math.max(from, lastOf(run.cycles)?.endedAt ?? -Infinity));
};

const newCycle = (number: number, start: Instant, choice: Choice): CycleState => ({
  ...UNSET_CYCLE,
  number,
  startedAt: start,
  goalIndex: choice.index,
  targetMs: choice.aim.ms,
  calendarId: choice.calendarId,
  workedMs: 0,
  wallMs: 0,
  runningSince: start,
  fixedDue: choice.aim.fixed,
  dueIsDate: choice.aim.fixed === undefined ? undefined : 1,
  dueUnmoved: choice.aim.nominal,
});

/** Runs through the pauses between a retroactive start and now. */
const replayPauses = (context: Context, metric: CompiledMetric, run: MetricRun, cycle: CycleState): void => {
  const calendar = calendarOf(context, cycle);
  for (const [from, to, reason] of run.pauses ?? []) {
    const end = to ?? context.at;
    if (end <= cycle.startedAt || from >= context.at) continue;
    pause(cycle, calendar, Math.max(from, cycle.startedAt), reason);
    mark(context, metric, run, byRule('pausedBefore'), Math.max(from, cycle.startedAt));
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
    run.pendingSince = context.at;
    run.pendingWhy = choice;
    return;
  }
  run.pendingSince = undefined;
  run.pendingWhy = undefined;
  const cycle = newCycle((lastOf(run.cycles)?.number ?? 0) + 1, start, choice);
  run.cycles.push(cycle);
  const calendar = calendarOf(context, cycle);
  const due = dueOf(cycle, calendar);
  cycle.firstDue = due;
  mark(context, metric, run, cause, start);
  note(context, metric, 'start', cause, goalNote(context, metric, choice.index));
  signal(context, metric, 'started');
  if (start < context.at) {
    if (metric.def.retroactivePause) {
      recordPause(context, metric, run, holding(context, metric, run));
      replayPauses(context, metric, run, cycle);
    }
    const left = dueOf(cycle, calendar);
    if (left !== undefined && left < context.at) cycle.breachedAt = context.at;
  }
  applyPauses(context, metric, run, true);
};

/** Pauses, resumes or changes the reason so that the cycle is paused exactly while something holds. */
export const applyPauses = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  mayPause: boolean,
): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle) return;
  const held = holding(context, metric, run);
  if (held && cycle.runningSince !== undefined && mayPause) {
    pause(cycle, calendarOf(context, cycle), context.at, held.reason);
    mark(context, metric, run, held.cause);
    note(context, metric, 'pause', held.cause);
    signal(context, metric, 'paused');
  } else if (held && cycle.runningSince === undefined && held.reason !== cycle.pauseReason) {
    closeReason(cycle, context.at);
    cycle.pauseReason = held.reason;
    mark(context, metric, run, held.cause);
  }
  if (!held || cycle.runningSince !== undefined) return;
  cycle.pauseEndsAt = held.until;
  cycle.reasonEndsAt = held.changesAt;
  if (held.until !== undefined || held.changesAt !== undefined) context.knownEnds = true;
};

export const resumeCycle = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle || cycle.runningSince !== undefined) return;
  resume(cycle, context.at);
  mark(context, metric, run, cause);
  note(context, metric, 'resume', cause);
};

export const stopCycle = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle) return;
  cycle.endedAt = context.at;
  run.pausedByHand = undefined;
  note(context, metric, 'stop', cause);
  if (!context.compiled.listening) return;
  signal(context, metric, 'stopped');
  const breach = breachInstantOf(metric, cycle, calendarOf(context, cycle));
  if (breach === undefined || context.at <= breach) signal(context, metric, 'met');
};

export const cancelCycle = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = ongoingOf(run.cycles);
  if (!cycle) return;
  cycle.endedAt = context.at;
  cycle.cancelledWhy = cancelledBy(cause);
  note(context, metric, 'cancel', cause);
};

/** The last cycle goes on as if it had never stopped. */
export const undoStop = (context: Context, metric: CompiledMetric, run: MetricRun, cause: Cause): void => {
  const cycle = lastOf(run.cycles);
  if (!cycle) return;
  cycle.endedAt = undefined;
  note(context, metric, 'undoStop', cause);
};

/** `sum`: the last cycle goes on, the gap not counted. */
export const continueCycle = (
  context: Context,
  metric: CompiledMetric,
  run: MetricRun,
  cause: Cause,
): void => {
  const cycle = lastOf(run.cycles);
  if (cycle?.endedAt === undefined) return;
  const stopped = cycle.endedAt;
  const marks = context.trace?.get(metric.def.id)?.marks.get(cycle.number);
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
  const running = cycle.runningSince !== undefined || cycle.endedAt !== undefined;
  const choice = chooseGoal(context, metric, at);
  const fresh =
    typeof choice === 'string'
      ? { ...cycle, startedAt: at, workedMs: 0, wallMs: 0 }
      : newCycle(cycle.number, at, choice);
  const due = dueOf(cycle, calendarOf(context, cycle));
  const breached = breachOf(cycle, due, metric.def.graceMs, cycle.endedAt ?? at) !== undefined;
  const made: CycleState = {
    ...fresh,
    endedAt: undefined,
    firstDue: cycle.firstDue,
    changes: (cycle.changes ?? 0) + 1,
    extensions: cycle.extensions,
    everBreached: breached ? 1 : cycle.everBreached,
    runningSince: running ? at : undefined,
    pausedSince: running ? undefined : at,
    reasonSince: running ? undefined : at,
    pauseReason: running ? undefined : cycle.pauseReason,
    pauseEndsAt: running ? undefined : cycle.pauseEndsAt,
    reasonEndsAt: running ? undefined : cycle.reasonEndsAt,
    pausedMs: undefined,
  };
  run.cycles[run.cycles.length - 1] = made;
  context.trace?.get(metric.def.id)?.marks.delete(made.number);
  mark(context, metric, run, cause);
  note(context, metric, 'reset', cause);
};
