import type { Calendar } from '../calendar/calendar';
import type { DurationMs, Instant } from '../model';
import type { CycleState } from './state';

/** The last cycle. Looking before the first one of an empty list would be a hundred times slower than asking for its length. */
export const lastOf = (cycles: readonly CycleState[]): CycleState | undefined =>
  cycles.length > 0 ? cycles[cycles.length - 1] : undefined;

/** The last cycle, while it has not ended. */
export const ongoingOf = (cycles: readonly CycleState[]): CycleState | undefined => {
  const last = lastOf(cycles);
  return last !== undefined && last.endedAt === undefined ? last : undefined;
};

export const isFinished = (cycle: CycleState): boolean =>
  cycle.endedAt !== undefined && cycle.cancelledWhy === undefined;

/** Working time counted until an instant. */
export const elapsedOf = (cycle: CycleState, calendar: Calendar, until: Instant): DurationMs =>
  cycle.runningSince === undefined
    ? cycle.workedMs
    : cycle.workedMs + calendar.workingMs(cycle.runningSince, until);

/** Wall time that is not pause until an instant. */
export const wallOf = (cycle: CycleState, until: Instant): DurationMs =>
  cycle.runningSince === undefined || until <= cycle.runningSince
    ? cycle.wallMs
    : cycle.wallMs + until - cycle.runningSince;

/** The due instant if nothing changes; undefined while paused without a known end, and without a target. */
export const dueOf = (cycle: CycleState, calendar: Calendar): Instant | undefined => {
  if (cycle.fixedDue !== undefined) return cycle.fixedDue;
  if (cycle.targetMs === null) return undefined;
  const from = cycle.runningSince ?? cycle.pauseEndsAt;
  if (from === undefined) return undefined;
  if (cycle.dueUnmoved !== undefined && cycle.runningSince !== undefined) return cycle.dueUnmoved;
  const due = calendar.addWorking(from, Math.max(0, cycle.targetMs - cycle.workedMs));
  return Number.isFinite(due) ? due : undefined;
};

/** The next instant at which time alone ends a pause or its reason. */
export const pauseTurnsAt = (cycle: CycleState): Instant | undefined =>
  cycle.runningSince === undefined ? (cycle.reasonEndsAt ?? cycle.pauseEndsAt) : undefined;

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
  if (cycle.breachedAt !== undefined && cycle.breachedAt >= end) return undefined;
  return Math.max(due, cycle.breachedAt ?? due);
};

/** Before counting stops or changes: a due instant that was reached no longer moves. */
const settle = (cycle: CycleState, calendar: Calendar, at: Instant, elapsed: DurationMs): void => {
  if (cycle.fixedDue !== undefined || cycle.targetMs === null) return;
  // Without a nominal due instant the target is reached with the elapsed time, or not at all: no need to ask when.
  if (cycle.dueUnmoved === undefined && elapsed < cycle.targetMs) return;
  const due = dueOf(cycle, calendar);
  if (due !== undefined && due <= at) cycle.fixedDue = due;
};

/** Counts what ran until an instant and goes on from there. */
export const accrue = (cycle: CycleState, calendar: Calendar, at: Instant): void => {
  if (cycle.runningSince === undefined) return;
  const elapsed = elapsedOf(cycle, calendar, at);
  settle(cycle, calendar, at, elapsed);
  cycle.wallMs = wallOf(cycle, at);
  cycle.workedMs = elapsed;
  cycle.runningSince = at;
};

export const pause = (cycle: CycleState, calendar: Calendar, at: Instant, reason: string): void => {
  accrue(cycle, calendar, at);
  cycle.runningSince = undefined;
  if (cycle.fixedDue === undefined) cycle.dueUnmoved = undefined;
  cycle.pausedSince = at;
  cycle.reasonSince = at;
  cycle.pauseReason = reason;
};

const addPause = (cycle: CycleState, reason: string, ms: DurationMs): void => {
  if (ms <= 0) return;
  const by = (cycle.pausedMs ??= {});
  by[reason] = (by[reason] ?? 0) + ms;
};

/** Closes the stretch of the current reason; the pause itself may go on with another. */
export const closeReason = (cycle: CycleState, at: Instant): void => {
  if (cycle.reasonSince !== undefined && cycle.pauseReason !== undefined)
    addPause(cycle, cycle.pauseReason, at - cycle.reasonSince);
  cycle.reasonSince = at;
};

export const resume = (cycle: CycleState, at: Instant): void => {
  closeReason(cycle, at);
  cycle.pausedSince = undefined;
  cycle.reasonSince = undefined;
  cycle.pauseReason = undefined;
  cycle.pauseEndsAt = undefined;
  cycle.reasonEndsAt = undefined;
  cycle.runningSince = at;
};

/** A stopped cycle goes on after a gap that counts as a pause of its own. */
export const reopenAfterGap = (cycle: CycleState, calendar: Calendar, at: Instant): void => {
  const stopped = cycle.endedAt ?? at;
  cycle.endedAt = undefined;
  if (cycle.runningSince === undefined) closeReason(cycle, stopped);
  else pause(cycle, calendar, stopped, FINISHED);
  cycle.pauseReason = FINISHED;
  cycle.reasonSince = stopped;
  resume(cycle, at);
};

/** The pause reason of the gap between a stop and a reopening that continues the same cycle. */
export const FINISHED = 'finished';

/** The moment elapsed went past the target, had the working time until `at` been worked in one go. */
export const passedAt = (cycle: CycleState, calendar: Calendar, at: Instant, over: DurationMs): Instant => {
  const when = over > 0 ? calendar.subtractWorking(at, over) : at;
  return Math.max(cycle.startedAt, Number.isFinite(when) ? when : at);
};

/** Takes another target (or more of it) from an instant on; `accrue` comes first. */
export const retarget = (cycle: CycleState, calendar: Calendar, at: Instant, ms: DurationMs | null): void => {
  const wasBreached = cycle.fixedDue !== undefined && at > cycle.fixedDue;
  const breachedAt = cycle.breachedAt ?? cycle.fixedDue;
  cycle.targetMs = ms;
  cycle.changes = (cycle.changes ?? 0) + 1;
  cycle.dueUnmoved = undefined;
  cycle.dueIsDate = undefined;
  cycle.fixedDue = undefined;
  cycle.breachedAt = undefined;
  if (ms !== null && cycle.workedMs >= ms) {
    cycle.fixedDue = passedAt(cycle, calendar, at, cycle.workedMs - ms);
    cycle.breachedAt = wasBreached && breachedAt !== undefined ? breachedAt : at;
  } else if (wasBreached) cycle.everBreached = 1;
};
