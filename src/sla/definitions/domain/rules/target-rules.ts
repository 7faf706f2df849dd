/** What a goal's target may be. */
import { stretchesOf } from '../../../engine/calendar/day-plan';
import { DAY_MS, timeMs, WEEKDAYS } from '../../../engine/calendar/local-date';
import type { CalendarDefinition, Goal } from '../../../engine/model';
import type { CountedGoal } from '../../../engine/model/goals-of';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';
import { calendarsOfGoal, wallsOfGoal } from './wall-time';

/** Ten years of a calendar with the most leap days they can have (sla-rules §3.5). */
const TEN_YEARS_MS = 3653 * DAY_MS;
const GRAIN_MS = 5 * 60_000;

const isZero = ({ target }: Goal): boolean =>
  (target.kind === 'duration' && target.ms <= 0) || (target.kind === 'businessDays' && target.days <= 0);

/** Whether a calendar has hours after a time of the day, in which an issue could begin. */
const isOpenAfter = (calendar: CalendarDefinition | undefined, timeOfDayMs: number): boolean =>
  calendar === undefined
    ? timeOfDayMs < DAY_MS
    : WEEKDAYS.some((day) => stretchesOf(calendar.week[day] ?? []).some(([, end]) => end > timeOfDayMs));

/** Due today by a time of the day, for an issue that begins after that time. */
const mayBePastAtOnce = (goal: CountedGoal, calendars: readonly CalendarDefinition[]): boolean => {
  const { target } = goal;
  if (target.kind !== 'relative' || target.days > 0 || target.by === 'endOfDay') return false;
  const by = timeMs(target.by);
  return calendarsOfGoal(goal, calendars).some((calendar) => isOpenAfter(calendar, by));
};

/**
 * Everything wrong with one target. Its length is what it takes by the clock on the calendars it may count on: 3,000
 * working days are more than ten years, 20,000 h are not when nights count.
 */
export const targetProblems = (
  whose: string,
  at: string,
  goal: CountedGoal,
  calendars: readonly CalendarDefinition[],
): readonly Problem[] => {
  if (isZero(goal)) return [errorIn('TARGET_ZERO', whose, at, { goal: goal.name })];
  if (Math.max(...wallsOfGoal(goal, calendars)) > TEN_YEARS_MS)
    return [errorIn('TARGET_TOO_LONG', whose, at, { goal: goal.name })];
  if (goal.target.kind === 'duration' && goal.target.ms < GRAIN_MS)
    return [warningIn('TARGET_SHORT', whose, at, { goal: goal.name })];
  if (mayBePastAtOnce(goal, calendars))
    return [warningIn('DUE_BEFORE_START', whose, at, { goal: goal.name })];
  return [];
};
