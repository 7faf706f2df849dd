import { holidayInYear, localDateOf } from '../../../src/sla/engine/calendar/local-date';
import type { CalendarDefinition } from '../../../src/sla/engine/model';

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
    const day = holidayInYear(holiday, year);
    if (day === undefined) continue;
    const date = localDateOf(day);
    days.set(date, { date, name: holiday.name, hours: null });
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
