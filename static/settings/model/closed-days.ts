import type { CalendarDefinition, Holiday, Weekday } from '../../../src/sla/engine/model';

const SUNDAY_FIRST: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const pad = (n: number): string => String(n).padStart(2, '0');
const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

/** The date of a holiday in that year, or null when the year has none (29 February, a fifth Monday). */
export function holidayDate(holiday: Holiday, year: number): string | null {
  if (holiday.kind === 'date') return holiday.date.startsWith(`${year}-`) ? holiday.date : null;
  if (holiday.kind === 'yearly') {
    const date = new Date(Date.UTC(year, holiday.month - 1, holiday.day));
    return date.getUTCMonth() === holiday.month - 1
      ? `${year}-${pad(holiday.month)}-${pad(holiday.day)}`
      : null;
  }
  const weekday = SUNDAY_FIRST.indexOf(holiday.weekday);
  if (holiday.nth === -1) {
    const last = new Date(Date.UTC(year, holiday.month, 0));
    last.setUTCDate(last.getUTCDate() - ((last.getUTCDay() - weekday + 7) % 7));
    return isoDate(last);
  }
  const first = new Date(Date.UTC(year, holiday.month - 1, 1));
  const date = new Date(
    Date.UTC(year, holiday.month - 1, 1 + ((weekday - first.getUTCDay() + 7) % 7) + (holiday.nth - 1) * 7),
  );
  return date.getUTCMonth() === holiday.month - 1 ? isoDate(date) : null;
}

export interface SpecialDay {
  readonly date: string;
  readonly name: string;
  /** Hours of an exception, null for a whole day off. */
  readonly hours: string | null;
}

/** Holidays and exceptions of a year in order; an exception replaces the holiday of its date. */
export function closedDays(
  calendar: Pick<CalendarDefinition, 'holidays' | 'exceptions'>,
  year: number,
): readonly SpecialDay[] {
  const days = new Map<string, SpecialDay>();
  for (const holiday of calendar.holidays) {
    const date = holidayDate(holiday, year);
    if (date !== null) days.set(date, { date, name: holiday.name, hours: null });
  }
  for (const exception of calendar.exceptions) {
    if (!exception.date.startsWith(`${year}-`)) continue;
    const hours = exception.hours.map(([from, to]) => `${from}–${to}`).join(', ');
    days.set(exception.date, {
      date: exception.date,
      name: exception.name,
      hours: hours === '' ? null : hours,
    });
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}
