import type { CalendarDefinition, Holiday, Hours } from '../model';
import {
  DAY_MS,
  WEEKDAYS,
  type DayNumber,
  dayNumberOf,
  firstDayOf,
  holidayInYear,
  timeMs,
  weekdayIndex,
} from './local-date';

/** One stretch of a day's hours in milliseconds from its local midnight; an end past 24 h is the overnight tail. */
export type Stretch = readonly [start: number, end: number];

/** Which hours a local date has: exception, else holiday, else week (sla-rules §4.2). */
export interface DayPlan {
  stretches(day: DayNumber): readonly Stretch[];
  /** Calls back for every day of a range that has hours: quicker than asking day by day. */
  each(first: DayNumber, last: DayNumber, use: (day: DayNumber, stretches: readonly Stretch[]) => void): void;
  /** Mean working milliseconds of the weekdays that have hours; 24 h when none has. */
  readonly averageDayMs: number;
  readonly hasHours: boolean;
}

export const stretchesOf = (hours: readonly Hours[]): readonly Stretch[] =>
  hours
    .map(([from, to]): Stretch => {
      const start = timeMs(from);
      const end = timeMs(to);
      return [start, end > start ? end : end + DAY_MS];
    })
    .sort((a, b) => a[0] - b[0]);

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [start, end]) => sum + end - start, 0);

const holidaysOfYears = (holidays: readonly Holiday[]) => {
  const years = new Map<number, ReadonlySet<DayNumber>>();
  return (year: number): ReadonlySet<DayNumber> => {
    const known = years.get(year);
    if (known) return known;
    const days = new Set<DayNumber>();
    for (const holiday of holidays) {
      const day = holidayInYear(holiday, year);
      if (day !== undefined) days.add(day);
    }
    years.set(year, days);
    return days;
  };
};

export const planDays = (definition: CalendarDefinition, holidays: readonly Holiday[]): DayPlan => {
  const week = WEEKDAYS.map((weekday) => stretchesOf(definition.week[weekday] ?? []));
  const exceptions = new Map(
    definition.exceptions.map(
      (exception) => [dayNumberOf(exception.date), stretchesOf(exception.hours)] as const,
    ),
  );
  const holidaysIn = holidaysOfYears(holidays);
  const worked = week.filter((stretches) => stretches.length > 0);
  const plan = (day: DayNumber, closed: ReadonlySet<DayNumber>): readonly Stretch[] =>
    exceptions.get(day) ?? (closed.has(day) ? [] : (week[weekdayIndex(day)] ?? []));
  const yearNumber = (day: DayNumber) => new Date(day * DAY_MS).getUTCFullYear();
  return {
    stretches: (day) => plan(day, holidaysIn(yearNumber(day))),
    each(first, last, use) {
      for (let year = yearNumber(first), day = first; day <= last; year++) {
        const closed = holidaysIn(year);
        const end = Math.min(last, firstDayOf(year + 1) - 1);
        for (; day <= end; day++) {
          const stretches = plan(day, closed);
          if (stretches.length > 0) use(day, stretches);
        }
      }
    },
    averageDayMs: worked.length
      ? worked.reduce((sum, each) => sum + lengthOf(each), 0) / worked.length
      : DAY_MS,
    hasHours: worked.length > 0 || [...exceptions.values()].some((each) => each.length > 0),
  };
};
