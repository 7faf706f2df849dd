import type { CalendarDefinition, Hours, Weekday } from '../../src/sla/engine';

/** The calendars every implementation is measured on: the same hours, holidays and zone. */

const FIXED_HOLIDAYS = ['01-01', '01-06', '05-01', '10-03', '11-01', '12-25', '12-26', '12-31'];
const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const easter = (year: number): number => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
};

const movable = (year: number): readonly string[] =>
  [-2, 1, 39, 50].map((days) => new Date(easter(year) + days * 86_400_000).toISOString().slice(0, 10));

export const HOLIDAYS: readonly string[] = Array.from({ length: 25 }, (_, i) => 2010 + i).flatMap((year) => [
  ...FIXED_HOLIDAYS.map((date) => `${year}-${date}`),
  ...movable(year),
]);

const calendar = (
  id: string,
  days: readonly Weekday[],
  hours: Hours,
  holidays: readonly string[],
): CalendarDefinition => ({
  id,
  name: id,
  zone: 'Europe/Berlin',
  week: Object.fromEntries(days.map((day) => [day, [hours]])),
  holidays: holidays.map((date) => ({ kind: 'date', date, name: date })),
  holidaySetIds: [],
  exceptions: [],
});

export const day = calendar('day 9–17', DAYS.slice(0, 5), ['09:00', '17:00'], HOLIDAYS);
export const night = calendar('night 22–06', DAYS, ['22:00', '06:00'], []);
export const round = calendar('24×7', DAYS, ['00:00', '24:00'], []);
export const CALENDARS = [day, night, round] as const;
