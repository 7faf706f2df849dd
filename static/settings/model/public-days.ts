/** Public holidays as a calendar, or a shared set, can have them. */
import type {
  CalendarDefinition,
  CalendarException,
  Holiday,
  HolidaySource,
} from '../../../src/sla/engine/model';
import { dayNumberOf, holidayInYear } from '../../../src/sla/engine/calendar/local-date';
import { partDays, publicHolidays } from '../../../src/sla/definitions/domain/holidays/public-holidays';
import { type HoursStay, shortDay } from '../../../src/sla/definitions/domain/holidays/short-day';

export interface PublicDays {
  readonly holidays: readonly Extract<Holiday, { kind: 'date' }>[];
  /** Days off in part, with the hours that are left. */
  readonly exceptions: readonly CalendarException[];
  readonly skipped: readonly {
    readonly name: string;
    readonly date: string;
    readonly why: HoursStay | 'timed' | 'present';
  }[];
}

interface Query {
  readonly source: HolidaySource;
  readonly years: readonly number[];
  readonly locale: 'en' | 'ru';
  /** Days off that are there already. */
  readonly present?: readonly Holiday[];
}

/** Whole days and parts of days of one or more years. `week`: whose hours are cut; a set has none and holds whole days only. */
export function publicDays(
  { source, years, locale, present = [] }: Query,
  week?: CalendarDefinition['week'],
): PublicDays {
  const queries = years.map((year) => ({ ...source, locale, year }));
  const holidays = queries.flatMap(publicHolidays);
  const exceptions: CalendarException[] = [];
  const skipped: PublicDays['skipped'][number][] = [];
  // Hours of its own would open a day that is off as a whole.
  const isOff = (date: string): boolean =>
    [...holidays, ...present].some(
      (each) => holidayInYear(each, Number(date.slice(0, 4))) === dayNumberOf(date),
    ) || exceptions.some((each) => each.date === date);
  for (const part of queries.flatMap(partDays)) {
    const { name, date } = part;
    const short = isOff(date) ? 'present' : week === undefined ? 'timed' : shortDay(week, part);
    if (typeof short === 'string') skipped.push({ name, date, why: short });
    else exceptions.push(short);
  }
  return { holidays, exceptions, skipped };
}
