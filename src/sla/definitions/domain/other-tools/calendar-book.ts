/** Calendars that goals of a file count on: those that exist, by name, and new ones with the hours the file gives. */
import { isKnownZone } from '../../../engine/calendar/zone';
import type { CalendarDefinition } from '../../../engine/model';
import { readHours } from './amounts';
import { type DraftNote, type ForeignRow, lost } from './model';

const ALWAYS = /^(24\s*[x×/]\s*7|always)?$/i;

export interface CalendarBook {
  /**
   * The calendar of a row, `null` for 24×7, with what was lost: a calendar of which the file has but the name counts day
   * and night. Undefined: the file says hours that can't be read, and any others would promise something else.
   */
  readonly of: (row: ForeignRow) => {
    readonly id: string | null | undefined;
    readonly notes: readonly DraftNote[];
  };
  readonly made: () => readonly CalendarDefinition[];
}

export function calendarBook(existing: readonly CalendarDefinition[], newId: () => string): CalendarBook {
  const made: CalendarDefinition[] = [];
  const named = (name: string) =>
    [...existing, ...made].find((each) => each.name.toLowerCase() === name.toLowerCase());

  const make = (row: ForeignRow) => {
    const { hours, zone } = row;
    const line = String(row.line);
    const week = readHours(hours);
    if (week === undefined) return { id: undefined, notes: [lost('HOURS_UNKNOWN', { line, text: hours })] };
    if (!isKnownZone(zone)) return { id: undefined, notes: [lost('ZONE_UNKNOWN', { line, text: zone })] };
    const id = newId();
    const name = row.calendar || `${hours} ${zone}`;
    made.push({ id, name, zone, week, holidays: [], holidaySetIds: [], exceptions: [] });
    return { id, notes: [] };
  };

  return {
    of(row) {
      const name = row.calendar || (ALWAYS.test(row.hours) ? '' : `${row.hours} ${row.zone}`);
      if (ALWAYS.test(name)) return { id: null, notes: [] };
      const known = named(name);
      if (known !== undefined) return { id: known.id, notes: [] };
      if (row.hours !== '') return ALWAYS.test(row.hours) ? { id: null, notes: [] } : make(row);
      return { id: null, notes: [lost('CALENDAR_UNKNOWN', { text: row.calendar })] };
    },
    made: () => made,
  };
}
