import type { Calendar } from '../calendar/calendar';
import type { Cycle, Extension, Instant, MetricState, Segment } from '../model';
import type { CompiledMetric } from '../compiled/compiled';
import { breachOf, dueOf, elapsedOf, wallOf } from '../machine/cycle';
import type { CycleState } from '../machine/state';

const NO_EXTENSIONS: readonly Extension[] = [];

const extensionsOf = (cycle: CycleState): readonly Extension[] =>
  cycle.xs?.map(([at, ms, from, by, reason]) => ({
    at,
    ms,
    from: from === 't' ? 'target' : 'now',
    by,
    reason,
  })) ?? NO_EXTENSIONS;

const stateOf = (cycle: CycleState, breached: boolean): MetricState => {
  if (cycle.x !== undefined) return 'CANCELLED';
  if (cycle.e !== undefined) return breached ? 'BREACHED_STOPPED' : 'MET';
  return cycle.r === undefined ? 'PAUSED' : 'RUNNING';
};

const NO_PAUSES: Readonly<Record<string, number>> = {};

const pausesUntil = (cycle: CycleState, end: Instant): Readonly<Record<string, number>> => {
  const open = cycle.r === undefined && cycle.ps !== undefined && cycle.pr !== undefined ? end - cycle.ps : 0;
  if (!cycle.pb && open <= 0) return NO_PAUSES;
  const by = { ...cycle.pb };
  if (open > 0 && cycle.pr !== undefined) by[cycle.pr] = (by[cycle.pr] ?? 0) + open;
  return by;
};

const sumOf = (by: Readonly<Record<string, number>>): number => {
  let sum = 0;
  for (const reason in by) sum += by[reason] ?? 0;
  return sum;
};

const remainingOf = (cycle: CycleState, calendar: Calendar, elapsed: number, end: Instant): number | null => {
  if (cycle.t === null) return null;
  if (!cycle.k || cycle.d === undefined) return cycle.t - elapsed;
  return end <= cycle.d ? calendar.workingMs(end, cycle.d) : -calendar.workingMs(cycle.d, end);
};

const finite = (at: Instant): Instant | undefined => (Number.isFinite(at) ? at : undefined);

const resumedNow = (
  cycle: CycleState,
  calendar: Calendar,
  now: Instant,
  remaining: number | null,
): Instant | undefined =>
  remaining === null || cycle.d !== undefined
    ? undefined
    : finite(calendar.addWorking(now, Math.max(0, remaining)));

const excuseOf = ({ ex }: CycleState): Cycle['excused'] =>
  ex && { by: ex[0], category: ex[1], reason: ex[2] };

/** A cycle that stays as a superseded rule judged it; it can still be excused or made invalid. */
export const reportKept = (cycle: CycleState, judged: Cycle): Cycle => ({
  ...judged,
  n: cycle.n,
  excused: excuseOf(cycle),
  ...(cycle.x === judged.cancelledReason ? {} : { state: 'CANCELLED' as const, cancelledReason: cycle.x }),
});

/** One cycle as it stands at `now` (or at its end). */
export const reportCycle = (
  metric: CompiledMetric,
  cycle: CycleState,
  calendar: Calendar,
  now: Instant,
  segments: readonly Segment[],
): Cycle => {
  const end = cycle.e ?? Math.max(now, cycle.s);
  const ongoing = cycle.e === undefined;
  const elapsedMs = elapsedOf(cycle, calendar, end);
  const actualElapsedMs = wallOf(cycle, end);
  const dueTime = dueOf(cycle, calendar);
  const breachTime = breachOf(cycle, dueTime, metric.def.graceMs, end);
  const state = stateOf(cycle, breachTime !== undefined);
  const pausedBy = pausesUntil(cycle, end);
  const remainingMs = remainingOf(cycle, calendar, elapsedMs, end);
  const inHours = ongoing && calendar.isWorking(end);
  return {
    n: cycle.n,
    startTime: cycle.s,
    stopTime: cycle.e,
    state,
    breached: breachTime !== undefined,
    goal: metric.goals[cycle.g]!.shown,
    goalDurationMs: cycle.t,
    calendarId: cycle.c,
    zone: calendar.zone,
    elapsedMs,
    actualElapsedMs,
    remainingMs,
    dueTime,
    dueIfResumedNow: state === 'PAUSED' ? resumedNow(cycle, calendar, end, remainingMs) : undefined,
    originalDueTime: cycle.o,
    breachTime,
    pausedMs: sumOf(pausedBy),
    pausedBy,
    offHoursMs: actualElapsedMs - elapsedMs,
    extensions: extensionsOf(cycle),
    excused: excuseOf(cycle),
    cancelledReason: cycle.x,
    pausedSince: state === 'PAUSED' ? cycle.p : undefined,
    pauseReason: state === 'PAUSED' ? cycle.pr : undefined,
    withinCalendarHours: inHours,
    resumesAt: state === 'RUNNING' && !inHours ? finite(calendar.nextOpening(end)) : undefined,
    segments,
  };
};
