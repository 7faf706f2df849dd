/** What a calendar may be based on. */
import type { CalendarDefinition } from '../model';
import { ancestorsOf } from './inherited';

/** Whether a calendar is, through its bases, based on itself. */
export const isItsOwnBase = (
  calendar: CalendarDefinition,
  calendars: readonly CalendarDefinition[],
): boolean => {
  const line = ancestorsOf(calendar, calendars);
  return (line.at(-1) ?? calendar).baseId === calendar.id;
};

/** The calendars that one may be based on: all but itself and those based on it. */
export const possibleBases = (
  calendars: readonly CalendarDefinition[],
  id: string,
): readonly CalendarDefinition[] =>
  calendars.filter(
    (each) => each.id !== id && !ancestorsOf(each, calendars).some((ancestor) => ancestor.id === id),
  );
