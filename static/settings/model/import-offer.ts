/** What was found for a calendar, set against what it has: days to choose from, and what is left out and why. */
import type { SkipReason, SkippedEvent } from '../../../src/sla/definitions/domain/ics';
import type { CalendarException, Holiday, HolidaySource } from '../../../src/sla/engine/model';
import type { HoursStay } from '../../../src/sla/definitions/domain/holidays/short-day';
import { freshHolidays, holidayKey } from './next-year';

/** What was looked up or read from a file. */
export interface Found {
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly CalendarException[];
  readonly skipped: readonly (Omit<SkippedEvent, 'why'> & { readonly why: LeftOutReason })[];
  /** The country or region they were taken from, when they were. */
  readonly source?: HolidaySource;
}

/** What there is already. */
export interface Present {
  readonly holidays: readonly Holiday[];
  /** Left out: a shared set, which holds whole days only. */
  readonly exceptions?: readonly CalendarException[];
}

/** `present`: the calendar has it, or other hours for that date; `timed`: there is no place for hours here. */
export type LeftOutReason = SkipReason | HoursStay | 'present' | 'timed';

/** Days left out of the offer for one reason, by name. */
export interface LeftOut {
  readonly name: string;
  readonly why: LeftOutReason;
  /** The first of the days; how many there are. */
  readonly date?: string;
  readonly count: number;
  /** Of what can't be read: where the first of it stands in the file, and what stands there. */
  readonly line?: number;
  readonly what?: string;
}

export interface Offer {
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly CalendarException[];
  readonly leftOut: readonly LeftOut[];
  /** How many more there are that are over. */
  readonly past: number;
}

/** What tells one thing offered from another. */
export const holidayChoice = (holiday: Holiday): string => `holiday ${holidayKey(holiday)}`;
export const exceptionChoice = ({ date }: CalendarException): string => `exception ${date}`;

const grouped = (all: readonly Omit<LeftOut, 'count'>[]): readonly LeftOut[] => {
  const groups = new Map<string, LeftOut>();
  for (const each of all) {
    const key = JSON.stringify([each.name, each.why]);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, count: known.count + 1 } : { ...each, count: 1 });
  }
  return [...groups.values()];
};

/**
 * The days that can be added without any date getting two exceptions or any holiday being there twice; the rest, with
 * the reader's own reasons, is what was left out. `from`: a date before which nothing is offered.
 */
export const offerOf = (found: Found, present: Present, from = ''): Offer => {
  const fresh = freshHolidays(found.holidays, present.holidays);
  const known = new Set(fresh);
  const taken = new Set(present.exceptions?.map(({ date }) => date));
  const own = present.exceptions ? found.exceptions.filter(({ date }) => !taken.has(date)) : [];
  const holidays = fresh.filter((holiday) => holiday.kind !== 'date' || holiday.date >= from);
  const exceptions = own.filter(({ date }) => date >= from);
  const leftHolidays = found.holidays
    .filter((holiday) => !known.has(holiday))
    .map((holiday) => ({ name: holiday.name, why: 'present' as const, ...dateOf(holiday) }));
  const leftExceptions = found.exceptions
    .filter((exception) => !present.exceptions || taken.has(exception.date))
    .map(({ name, date }) => ({
      name,
      date,
      why: present.exceptions ? ('present' as const) : ('timed' as const),
    }));
  return {
    holidays,
    exceptions,
    leftOut: grouped([...leftHolidays, ...leftExceptions, ...found.skipped]),
    past: fresh.length - holidays.length + own.length - exceptions.length,
  };
};

const dateOf = (holiday: Holiday): { readonly date?: string } =>
  holiday.kind === 'date' ? { date: holiday.date } : {};
