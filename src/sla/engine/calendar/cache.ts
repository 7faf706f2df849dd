import type { CalendarDefinition, HolidaySet } from '../model';
import type { Calendar } from './calendar';
import { compileCalendar, holidaysOf } from './compile';

export type CalendarCache = (definition: CalendarDefinition, sets: readonly HolidaySet[]) => Calendar;

/**
 * Compiles each calendar once: equal definitions share a table, the least recently used goes first.
 * The answer throws what `compileCalendar` throws.
 */
export const calendarCache = (limit = 200): CalendarCache => {
  const byContent = new Map<string, Calendar>();
  return (definition, sets) => {
    const key = JSON.stringify([definition, holidaysOf(definition, sets)]);
    const known = byContent.get(key);
    if (known) {
      byContent.delete(key);
      byContent.set(key, known);
      return known;
    }
    const calendar = compileCalendar(definition, sets);
    byContent.set(key, calendar);
    const [oldest] = byContent.keys();
    if (byContent.size > limit && oldest !== undefined) byContent.delete(oldest);
    return calendar;
  };
};
