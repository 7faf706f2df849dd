import type { Holiday } from '../../../src/sla/engine/model';

/** What tells one holiday from another: its day and its name. */
export const holidayKey = (holiday: Holiday): string => {
  switch (holiday.kind) {
    case 'date':
      return `${holiday.date} ${holiday.name}`;
    case 'yearly':
      return `*-${holiday.month}-${holiday.day} ${holiday.name}`;
    case 'rule':
      return `${holiday.nth} ${holiday.weekday} ${holiday.month} ${holiday.name}`;
  }
};

/** Those that are not there yet. */
export const freshHolidays = <T extends Holiday>(
  found: readonly T[],
  present: readonly Holiday[],
): readonly T[] => {
  const there = new Set(present.map(holidayKey));
  return found.filter((holiday) => !there.has(holidayKey(holiday)));
};
