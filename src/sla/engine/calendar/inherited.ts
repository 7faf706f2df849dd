import type { CalendarDefinition } from '../model';

/** Calendars by their bases, nearest first; one that is missing, or its own ancestor, ends the line. */
export const ancestorsOf = (
  calendar: CalendarDefinition,
  calendars: readonly CalendarDefinition[],
): readonly CalendarDefinition[] => {
  const line: CalendarDefinition[] = [];
  for (let id = calendar.baseId; id !== undefined; id = line.at(-1)?.baseId) {
    const base = calendars.find((each) => each.id === id);
    if (base === undefined || base.id === calendar.id || line.includes(base)) break;
    line.push(base);
  }
  return line;
};

const onTop = (own: CalendarDefinition, base: CalendarDefinition): CalendarDefinition => {
  const { nominalDayMs = base.nominalDayMs } = own;
  const dates = new Set(own.exceptions.map(({ date }) => date));
  return {
    ...own,
    week: { ...base.week, ...own.week },
    holidays: [...base.holidays, ...own.holidays],
    holidaySetIds: [...new Set([...base.holidaySetIds, ...own.holidaySetIds])],
    exceptions: [...base.exceptions.filter(({ date }) => !dates.has(date)), ...own.exceptions],
    ...(nominalDayMs === undefined ? {} : { nominalDayMs }),
  };
};

/**
 * A calendar with what it takes from the one it is based on, and that from its own: weekdays it says nothing of, holidays and
 * sets beside its own, exceptions on other dates than its own, the length of a business day. The zone is always its own.
 */
export const inherited = (
  calendar: CalendarDefinition,
  calendars: readonly CalendarDefinition[],
): CalendarDefinition => {
  if (calendar.baseId === undefined) return calendar;
  const { baseId: _base, ...own } = calendar;
  return ancestorsOf(calendar, calendars).reduce<CalendarDefinition>(onTop, own);
};
