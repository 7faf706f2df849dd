import type { Calendar } from '../calendar/calendar';
import type { DurationMs, Instant } from '../model';
import type { CycleState } from './state';

/** The last cycle. Looking before the first one of an empty list would be a hundred times slower than asking for its length. */
export const lastOf = (cycles: readonly CycleState[]): CycleState | undefined =>
  cycles.length > 0 ? cycles[cycles.length - 1] : undefined;

/** The last cycle, while it has not ended. */
export const ongoingOf = (cycles: readonly CycleState[]): CycleState | undefined => {
  const last = lastOf(cycles);
  return last !== undefined && last.e === undefined ? last : undefined;
};

export const isFinished = (cycle: CycleState): boolean => cycle.e !== undefined && cycle.x === undefined;

/** Working time counted until an instant. */
export const elapsedOf = (cycle: CycleState, calendar: Calendar, until: Instant): DurationMs =>
  cycle.r === undefined ? cycle.a : cycle.a + calendar.workingMs(cycle.r, until);

/** Wall time that is not pause until an instant. */
export const wallOf = (cycle: CycleState, until: Instant): DurationMs =>
  cycle.r === undefined || until <= cycle.r ? cycle.w : cycle.w + until - cycle.r;

/** The due instant if nothing changes; undefined while paused without a known end, and without a target. */
export const dueOf = (cycle: CycleState, calendar: Calendar): Instant | undefined => {
  if (cycle.d !== undefined) return cycle.d;
  if (cycle.t === null) return undefined;
  const from = cycle.r ?? cycle.ra;
  if (from === undefined) return undefined;
  if (cycle.bd !== undefined && cycle.r !== undefined) return cycle.bd;
  const due = calendar.addWorking(from, Math.max(0, cycle.t - cycle.a));
  return Number.isFinite(due) ? due : undefined;
};

/** The next instant at which time alone ends a pause or its reason. */
export const pauseTurnsAt = ({ r, ra, rc }: CycleState): Instant | undefined =>
  r === undefined ? (rc ?? ra) : undefined;

/** The last instant at which stopping still meets the promise if nothing changes: due and grace (sla-rules §5.3). */
export const breachInstantOf = (
  { def: { graceMs } }: { readonly def: { readonly graceMs: DurationMs } },
  cycle: CycleState,
  calendar: Calendar,
): Instant | undefined => {
  const due = dueOf(cycle, calendar);
  return due === undefined ? undefined : due + graceMs;
};

/** Whether and when a cycle breached: its end, or now, is later than due and grace. */
export const breachOf = (
  cycle: CycleState,
  due: Instant | undefined,
  graceMs: number,
  end: Instant,
): Instant | undefined => {
  if (due === undefined || end <= due + graceMs) return undefined;
  if (cycle.b !== undefined && cycle.b >= end) return undefined;
  return Math.max(due, cycle.b ?? due);
};

/** Before counting stops or changes: a due instant that was reached no longer moves. */
const settle = (cycle: CycleState, calendar: Calendar, at: Instant, elapsed: DurationMs): void => {
  if (cycle.d !== undefined || cycle.t === null) return;
  // Without a nominal due instant the target is reached with the elapsed time, or not at all: no need to ask when.
  if (cycle.bd === undefined && elapsed < cycle.t) return;
  const due = dueOf(cycle, calendar);
  if (due !== undefined && due <= at) cycle.d = due;
};

/** Counts what ran until an instant and goes on from there. */
export const accrue = (cycle: CycleState, calendar: Calendar, at: Instant): void => {
  if (cycle.r === undefined) return;
  const elapsed = elapsedOf(cycle, calendar, at);
  settle(cycle, calendar, at, elapsed);
  cycle.w = wallOf(cycle, at);
  cycle.a = elapsed;
  cycle.r = at;
};

export const pause = (cycle: CycleState, calendar: Calendar, at: Instant, reason: string): void => {
  accrue(cycle, calendar, at);
  cycle.r = undefined;
  if (cycle.d === undefined) cycle.bd = undefined;
  cycle.p = at;
  cycle.ps = at;
  cycle.pr = reason;
};

const addPause = (cycle: CycleState, reason: string, ms: DurationMs): void => {
  if (ms <= 0) return;
  const by = (cycle.pb ??= {});
  by[reason] = (by[reason] ?? 0) + ms;
};

/** Closes the stretch of the current reason; the pause itself may go on with another. */
export const closeReason = (cycle: CycleState, at: Instant): void => {
  if (cycle.ps !== undefined && cycle.pr !== undefined) addPause(cycle, cycle.pr, at - cycle.ps);
  cycle.ps = at;
};

export const resume = (cycle: CycleState, at: Instant): void => {
  closeReason(cycle, at);
  cycle.p = undefined;
  cycle.ps = undefined;
  cycle.pr = undefined;
  cycle.ra = undefined;
  cycle.rc = undefined;
  cycle.r = at;
};

/** A stopped cycle goes on after a gap that counts as a pause of its own. */
export const reopenAfterGap = (cycle: CycleState, calendar: Calendar, at: Instant): void => {
  const stopped = cycle.e ?? at;
  cycle.e = undefined;
  if (cycle.r === undefined) closeReason(cycle, stopped);
  else pause(cycle, calendar, stopped, FINISHED);
  cycle.pr = FINISHED;
  cycle.ps = stopped;
  resume(cycle, at);
};

/** The pause reason of the gap between a stop and a reopening that continues the same cycle. */
export const FINISHED = 'finished';

/** The moment elapsed went past the target, had the working time until `at` been worked in one go. */
export const passedAt = (cycle: CycleState, calendar: Calendar, at: Instant, over: DurationMs): Instant => {
  const when = over > 0 ? calendar.subtractWorking(at, over) : at;
  return Math.max(cycle.s, Number.isFinite(when) ? when : at);
};

/** Takes another target (or more of it) from an instant on; `accrue` comes first. */
export const retarget = (cycle: CycleState, calendar: Calendar, at: Instant, ms: DurationMs | null): void => {
  const wasBreached = cycle.d !== undefined && at > cycle.d;
  const breachedAt = cycle.b ?? cycle.d;
  cycle.t = ms;
  cycle.v = (cycle.v ?? 0) + 1;
  cycle.bd = undefined;
  cycle.k = undefined;
  cycle.d = undefined;
  cycle.b = undefined;
  if (ms !== null && cycle.a >= ms) {
    cycle.d = passedAt(cycle, calendar, at, cycle.a - ms);
    cycle.b = wasBreached && breachedAt !== undefined ? breachedAt : at;
  } else if (wasBreached) cycle.eb = 1;
};
