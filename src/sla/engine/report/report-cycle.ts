import type { Calendar } from '../calendar/calendar';
import type { Cycle, Extension, Instant, MetricState, Segment } from '../model';
import type { CompiledMetric } from '../compiled/compiled';
import { breachOf, dueOf, elapsedOf, wallOf } from '../machine/cycle';
import type { CycleState } from '../machine/state';

const NO_EXTENSIONS: readonly Extension[] = [];

const extensionsOf = (cycle: CycleState): readonly Extension[] =>
  cycle.extensions?.map(([at, ms, from, by, reason]) => ({
    at,
    ms,
    from: from === 't' ? 'target' : 'now',
    by,
    reason,
  })) ?? NO_EXTENSIONS;

const stateOf = (cycle: CycleState, breached: boolean): MetricState => {
  if (cycle.cancelledWhy !== undefined) return 'CANCELLED';
  if (cycle.endedAt !== undefined) return breached ? 'BREACHED_STOPPED' : 'MET';
  return cycle.runningSince === undefined ? 'PAUSED' : 'RUNNING';
};

const NO_PAUSES: Readonly<Record<string, number>> = {};

const pausesUntil = (cycle: CycleState, end: Instant): Readonly<Record<string, number>> => {
  const open =
    cycle.runningSince === undefined && cycle.reasonSince !== undefined && cycle.pauseReason !== undefined
      ? end - cycle.reasonSince
      : 0;
  if (!cycle.pausedMs && open <= 0) return NO_PAUSES;
  const by = { ...cycle.pausedMs };
  if (open > 0 && cycle.pauseReason !== undefined)
    by[cycle.pauseReason] = (by[cycle.pauseReason] ?? 0) + open;
  return by;
};

const sumOf = (by: Readonly<Record<string, number>>): number => {
  let sum = 0;
  for (const reason in by) sum += by[reason] ?? 0;
  return sum;
};

const remainingOf = (cycle: CycleState, calendar: Calendar, elapsed: number, end: Instant): number | null => {
  if (cycle.targetMs === null) return null;
  if (!cycle.dueIsDate || cycle.fixedDue === undefined) return cycle.targetMs - elapsed;
  return end <= cycle.fixedDue
    ? calendar.workingMs(end, cycle.fixedDue)
    : -calendar.workingMs(cycle.fixedDue, end);
};

const finite = (at: Instant): Instant | undefined => (Number.isFinite(at) ? at : undefined);

const resumedNow = (
  cycle: CycleState,
  calendar: Calendar,
  now: Instant,
  remaining: number | null,
): Instant | undefined =>
  remaining === null || cycle.fixedDue !== undefined
    ? undefined
    : finite(calendar.addWorking(now, Math.max(0, remaining)));

const excuseOf = ({ excused }: CycleState): Cycle['excused'] =>
  excused && { by: excused[0], category: excused[1], reason: excused[2] };

/** A cycle that stays as a superseded rule judged it; it can still be excused or made invalid. */
export const reportKept = (cycle: CycleState, judged: Cycle): Cycle => ({
  ...judged,
  n: cycle.number,
  excused: excuseOf(cycle),
  ...(cycle.cancelledWhy === judged.cancelledReason
    ? {}
    : { state: 'CANCELLED' as const, cancelledReason: cycle.cancelledWhy }),
});

/** One cycle as it stands at `now` (or at its end). */
export const reportCycle = (
  metric: CompiledMetric,
  cycle: CycleState,
  calendar: Calendar,
  now: Instant,
  segments: readonly Segment[],
): Cycle => {
  const end = cycle.endedAt ?? Math.max(now, cycle.startedAt);
  const ongoing = cycle.endedAt === undefined;
  const elapsedMs = elapsedOf(cycle, calendar, end);
  const actualElapsedMs = wallOf(cycle, end);
  const dueTime = dueOf(cycle, calendar);
  const breachTime = breachOf(cycle, dueTime, metric.def.graceMs, end);
  const state = stateOf(cycle, breachTime !== undefined);
  const pausedBy = pausesUntil(cycle, end);
  const remainingMs = remainingOf(cycle, calendar, elapsedMs, end);
  const inHours = ongoing && calendar.isWorking(end);
  return {
    n: cycle.number,
    startTime: cycle.startedAt,
    stopTime: cycle.endedAt,
    state,
    breached: breachTime !== undefined,
    goal: metric.goals[cycle.goalIndex]!.shown,
    goalDurationMs: cycle.targetMs,
    calendarId: cycle.calendarId,
    zone: calendar.zone,
    elapsedMs,
    actualElapsedMs,
    remainingMs,
    dueTime,
    dueIfResumedNow: state === 'PAUSED' ? resumedNow(cycle, calendar, end, remainingMs) : undefined,
    originalDueTime: cycle.firstDue,
    breachTime,
    pausedMs: sumOf(pausedBy),
    pausedBy,
    offHoursMs: actualElapsedMs - elapsedMs,
    extensions: extensionsOf(cycle),
    excused: excuseOf(cycle),
    cancelledReason: cycle.cancelledWhy,
    pausedSince: state === 'PAUSED' ? cycle.pausedSince : undefined,
    pauseReason: state === 'PAUSED' ? cycle.pauseReason : undefined,
    withinCalendarHours: inHours,
    resumesAt: state === 'RUNNING' && !inHours ? finite(calendar.nextOpening(end)) : undefined,
    segments,
  };
};
