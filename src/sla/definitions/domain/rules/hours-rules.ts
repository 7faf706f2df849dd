/** What working hours may be: no interval over another, neither within a day nor from a night into the next morning. */
import { type Stretch, stretchesOf } from '../../../engine/calendar/day-plan';
import {
  DAY_MS,
  dayNumberOf,
  localDateOf,
  WEEKDAYS,
  weekdayIndex,
} from '../../../engine/calendar/local-date';
import type { CalendarDefinition, Hours, LocalDate } from '../../../engine/model';
import { errorIn, warningIn, dateParam } from '../../../../kernel/finding';
import type { Problem } from './problem';

/** The hours of one day by themselves (sla-rules §4.1). */
export const hoursProblems = (whose: string, at: string, hours: readonly Hours[]): readonly Problem[] => {
  if (hours.some(([from, to]) => from === to)) {
    return [errorIn('EMPTY_INTERVAL', whose, at)];
  }
  const sorted = stretchesOf(hours);
  const overlap = sorted.some(([, end], i) => end > (sorted[i + 1]?.[0] ?? Infinity));
  if (!overlap) return [];
  return [errorIn('OVERLAPPING_INTERVALS', whose, at)];
};

/** Whether a day's hours run past midnight into the hours of the day after; touching them is fine. */
const runsInto = (day: readonly Stretch[], after: readonly Stretch[]): boolean => {
  const tail = Math.max(0, ...day.map(([, end]) => end - DAY_MS));
  return after.some(([start]) => start < tail);
};

/** Nights of the week that run into the next morning's hours, Sunday's into Monday's included (sla-rules §4.1). */
export const nightProblems = (whose: string, week: CalendarDefinition['week']): readonly Problem[] =>
  WEEKDAYS.flatMap((day, i) => {
    const next = WEEKDAYS[(i + 1) % 7] ?? 'mon';
    if (!runsInto(stretchesOf(week[day] ?? []), stretchesOf(week[next] ?? []))) return [];
    return [errorIn('OVERLAPPING_INTERVALS', whose, `week.${next}`)];
  });

/** The hours of a date as exceptions and the week have them; whether it is a holiday does not matter to a night into it. */
const hoursOn = (calendar: CalendarDefinition, date: LocalDate): readonly Stretch[] => {
  const exception = calendar.exceptions.find((each) => each.date === date);
  const weekday = WEEKDAYS[weekdayIndex(dayNumberOf(date))] ?? 'mon';
  return stretchesOf(exception?.hours ?? calendar.week[weekday] ?? []);
};

/**
 * An exception whose hours and those of a day beside it overlap. Only a warning: the time counts once, and a night before
 * a special day is often meant.
 */
export const exceptionNightProblems = (whose: string, calendar: CalendarDefinition): readonly Problem[] =>
  calendar.exceptions.flatMap((exception, i) => {
    const day = dayNumberOf(exception.date);
    if (Number.isNaN(day)) return [];
    const own = stretchesOf(exception.hours);
    const before = hoursOn(calendar, localDateOf(day - 1));
    const after = hoursOn(calendar, localDateOf(day + 1));
    if (!runsInto(before, own) && !runsInto(own, after)) return [];
    return [warningIn('EXCEPTION_OVERLAPS', whose, `exceptions.${i}`, { date: dateParam(exception.date) })];
  });
