/** Targets on a common basis: how long they are by the clock, on average over a week of their calendar. */
import { stretchesOf } from '../../../engine/calendar/day-plan';
import { inherited } from '../../../engine/calendar/inherited';
import { DAY_MS, WEEKDAYS } from '../../../engine/calendar/local-date';
import type { CalendarDefinition, CalendarSource, DurationMs, Target } from '../../../engine/model';
import type { CountedGoal } from '../../../engine/model/goals-of';

const WEEK_MS = 7 * DAY_MS;

/** Time by the clock per working time, and per working day; 24×7 when there is no calendar, or one without hours. */
const rateOf = (calendar: CalendarDefinition | undefined) => {
  const days = WEEKDAYS.map((day) => stretchesOf(calendar?.week[day] ?? [])).filter(
    ({ length }) => length > 0,
  );
  const worked = days.flat().reduce((sum, [start, end]) => sum + end - start, 0);
  return worked > 0
    ? { perMs: WEEK_MS / worked, perDayMs: WEEK_MS / days.length }
    : { perMs: 1, perDayMs: DAY_MS };
};

/** A target by the clock on a calendar; 0 when its length is not known before an issue is there, or it promises nothing. */
export const wallMs = (target: Target, calendar: CalendarDefinition | undefined): DurationMs => {
  const { perMs, perDayMs } = rateOf(calendar);
  switch (target.kind) {
    case 'duration':
      return target.ms * perMs;
    case 'businessDays':
    case 'relative':
      return target.days * perDayMs;
    case 'dateField':
    case 'durationField':
    case 'none':
      return 0;
  }
};

/** The calendars a source may choose, `null` for 24×7: the fixed one or the fallback first. */
export const calendarIdsOf = (source: CalendarSource): readonly (string | null)[] =>
  source.kind === 'fixed' ? [source.calendarId] : [source.fallback, ...Object.values(source.map)];

/** The calendars a goal may count on, `undefined` for 24×7: the fixed one or the fallback first. */
export const calendarsOfGoal = (
  goal: CountedGoal,
  calendars: readonly CalendarDefinition[],
): readonly (CalendarDefinition | undefined)[] =>
  calendarIdsOf(goal.calendar).map((id) => {
    const calendar = calendars.find((each) => each.id === id);
    return calendar && inherited(calendar, calendars);
  });

/** A goal by the clock on each calendar it may count on: the fixed one or the fallback first. */
export const wallsOfGoal = (
  goal: CountedGoal,
  calendars: readonly CalendarDefinition[],
): readonly [DurationMs, ...DurationMs[]] => {
  const [first, ...others] = calendarsOfGoal(goal, calendars).map((each) => wallMs(goal.target, each));
  return [first ?? 0, ...others];
};
