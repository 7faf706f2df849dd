/** When a level of escalation acts: once, or again and again. */
import type { Calendar } from '../calendar/calendar';
import { REPEATS_UNTIL_PERCENT } from '../model/limits';
import type { DurationMs, EscalationLevel, Instant } from '../model';
import { dueOf, elapsedOf } from './cycle';
import type { CycleState } from './state';

/** One time a level acts: `nth` 0 is the first. */
export interface Occurrence {
  readonly nth: number;
  readonly at: Instant;
}

/** Should twice the target never be reached, because the target is no duration. */
const MOST_REPEATS = 100;

/** The instant at which so much working time of the cycle is used up; a resume passes at once what was used before. */
const whenUsed = (cycle: CycleState, calendar: Calendar, wanted: DurationMs): Instant | undefined => {
  if (cycle.dueIsDate) return calendar.addWorking(cycle.startedAt, wanted);
  if (cycle.runningSince === undefined) return undefined;
  return wanted > cycle.workedMs
    ? calendar.addWorking(cycle.runningSince, wanted - cycle.workedMs)
    : cycle.runningSince;
};

const shifted = (due: Instant, level: EscalationLevel, calendar: Calendar): Instant => {
  const { at } = level;
  if (at.kind === 'percent') return due;
  const sign = at.kind === 'beforeDue' ? -1 : 1;
  if (at.clock === 'wall') return due + sign * at.ms;
  return sign < 0 ? calendar.subtractWorking(due, at.ms) : calendar.addWorking(due, at.ms);
};

/** The first time a level acts; never while the cycle is paused, unless its due instant is a date no pause moves. */
export const levelAt = (
  cycle: CycleState,
  level: EscalationLevel,
  calendar: Calendar,
): Instant | undefined => {
  if (cycle.runningSince === undefined && !cycle.dueIsDate) return undefined;
  if (level.at.kind === 'percent') {
    return cycle.targetMs === null
      ? undefined
      : whenUsed(cycle, calendar, (cycle.targetMs * level.at.percent) / 100);
  }
  const due = dueOf(cycle, calendar);
  return due === undefined ? undefined : shifted(due, level, calendar);
};

/** How a repeating level counts: how often a stretch fits in until an instant, and when the nth time is. */
interface Counting {
  readonly timesUntil: (until: Instant) => number;
  readonly nthAt: (nth: number) => Instant | undefined;
}

const countingOf = (
  cycle: CycleState,
  { at }: EscalationLevel,
  calendar: Calendar,
  first: Instant,
  every: DurationMs,
): Counting => {
  if (at.kind === 'percent') {
    const wanted = ((cycle.targetMs ?? 0) * at.percent) / 100;
    const used = (until: Instant) =>
      cycle.dueIsDate ? calendar.workingMs(cycle.startedAt, until) : elapsedOf(cycle, calendar, until);
    return {
      timesUntil: (until) => Math.floor((used(until) - wanted) / every),
      nthAt: (nth) => whenUsed(cycle, calendar, wanted + nth * every),
    };
  }
  if (at.clock === 'wall') {
    return {
      timesUntil: (until) => Math.floor((until - first) / every),
      nthAt: (nth) => first + nth * every,
    };
  }
  return {
    timesUntil: (until) => (until < first ? -1 : Math.floor(calendar.workingMs(first, until) / every)),
    nthAt: (nth) => calendar.addWorking(first, nth * every),
  };
};

/** The last time a level repeats: when twice the target is used up nobody is told any more (sla-rules §9.6). */
const lastOf = (cycle: CycleState, calendar: Calendar, counting: Counting): number => {
  const end =
    cycle.targetMs === null
      ? undefined
      : whenUsed(cycle, calendar, (cycle.targetMs * REPEATS_UNTIL_PERCENT) / 100);
  return Math.min(MOST_REPEATS, end === undefined ? MOST_REPEATS : counting.timesUntil(end));
};

/**
 * The times a level acts that matter at `now`: the latest passed, for what is due, and the next, for what is planned.
 * Earlier times need no memory: whoever missed them is told once, by the latest. None while the cycle is paused.
 */
export const occurrencesOf = (
  cycle: CycleState,
  level: EscalationLevel,
  calendar: Calendar,
  now: Instant,
): readonly Occurrence[] => {
  const first = levelAt(cycle, level, calendar);
  if (first === undefined) return [];
  const every = level.repeatEveryMs;
  if (every === undefined || first > now) return [{ nth: 0, at: first }];
  const counting = countingOf(cycle, level, calendar, first, every);
  const last = Math.max(0, lastOf(cycle, calendar, counting));
  const latest = Math.min(last, Math.max(0, counting.timesUntil(now)));
  return [latest, latest + 1].flatMap((nth) => {
    const at = nth === 0 ? first : counting.nthAt(nth);
    return nth > last || at === undefined ? [] : [{ nth, at }];
  });
};
