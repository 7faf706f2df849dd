import type { Holiday, LocalDate, LocalTime, Weekday } from '../model';

/** Days since 1970-01-01 of a local date: dates as integers, without any zone. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
/** Monday first; a day's index is `(dayNumber + 3) mod 7`. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `YYYY-MM-DD` as days since 1970-01-01; NaN when it isn't a date of the Gregorian calendar. */
export const dayNumberOf = (date: LocalDate): DayNumber => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!found) return NaN;
  const ms = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return new Date(ms).toISOString().startsWith(date) ? ms / DAY_MS : NaN;
};

export const localDateOf = (day: DayNumber): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (day: DayNumber): number => new Date(day * DAY_MS).getUTCFullYear();

export const firstDayOf = (year: number): DayNumber => Date.UTC(year, 0, 1) / DAY_MS;

export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** `HH:MM` or `HH:MM:SS` as milliseconds of the day; NaN when it isn't a time. `24:00` is allowed. */
export const timeMs = (time: LocalTime): number => {
  const found = /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(time);
  if (!found) return NaN;
  const ms = (Number(found[1]) * 60 + Number(found[2])) * 60_000 + Number(found[3] ?? 0) * 1000;
  return Number(found[2]) < 60 && Number(found[3] ?? 0) < 60 && ms <= DAY_MS ? ms : NaN;
};

const nthWeekday = (year: number, month: number, weekday: Weekday, nth: number): DayNumber => {
  const first = Date.UTC(year, month - 1, 1) / DAY_MS;
  const next = Date.UTC(year, month, 1) / DAY_MS;
  const wanted = WEEKDAYS.indexOf(weekday);
  if (nth > 0) return first + ((wanted - weekdayIndex(first) + 7) % 7) + (nth - 1) * 7;
  const last = next - 1;
  return last - ((weekdayIndex(last) - wanted + 7) % 7) + (nth + 1) * 7;
};

/** The day of a holiday in a year, or undefined: another year's date, 29 February, a fifth Monday that isn't. */
export const holidayInYear = (holiday: Holiday, year: number): DayNumber | undefined => {
  switch (holiday.kind) {
    case 'date': {
      const day = dayNumberOf(holiday.date);
      return yearOf(day) === year ? day : undefined;
    }
    case 'yearly': {
      const day = Date.UTC(year, holiday.month - 1, holiday.day) / DAY_MS;
      return new Date(day * DAY_MS).getUTCMonth() === holiday.month - 1 ? day : undefined;
    }
    case 'rule': {
      const day = nthWeekday(year, holiday.month, holiday.weekday, holiday.nth);
      return new Date(day * DAY_MS).getUTCMonth() === holiday.month - 1 ? day : undefined;
    }
  }
};
