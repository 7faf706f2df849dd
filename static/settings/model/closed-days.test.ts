import type { CalendarDefinition, Holiday } from '../../../src/sla/engine/model';
import { closedDays } from './closed-days';

const holidayDate = (holiday: Holiday, year: number): string | null =>
  closedDays({ holidays: [holiday], exceptions: [] }, year)[0]?.date ?? null;

const calendar: CalendarDefinition = {
  id: 'c',
  name: 'Berlin',
  zone: 'Europe/Berlin',
  week: {},
  holidays: [
    { kind: 'yearly', month: 12, day: 25, name: 'Christmas' },
    { kind: 'date', date: '2026-12-24', name: 'Christmas Eve' },
    { kind: 'date', date: '2027-01-06', name: 'Epiphany' },
  ],
  holidaySetIds: [],
  exceptions: [{ date: '2026-12-24', hours: [['09:00', '12:00']], name: 'Short day' }],
};

describe('special days of a year', () => {
  it('lists them in order, an exception instead of the holiday it replaces', () => {
    expect(closedDays(calendar, 2026)).toEqual([
      { date: '2026-12-24', name: 'Short day', hours: '09:00–12:00' },
      { date: '2026-12-25', name: 'Christmas', hours: null },
    ]);
  });

  it('finds the last Monday of May and the first Thursday of September', () => {
    expect(holidayDate({ kind: 'rule', month: 5, weekday: 'mon', nth: -1, name: '' }, 2026)).toBe(
      '2026-05-25',
    );
    expect(holidayDate({ kind: 'rule', month: 9, weekday: 'thu', nth: 1, name: '' }, 2026)).toBe(
      '2026-09-03',
    );
  });

  it('has no 29 February in a common year and no fifth Monday where there are four', () => {
    expect(holidayDate({ kind: 'yearly', month: 2, day: 29, name: '' }, 2026)).toBeNull();
    expect(holidayDate({ kind: 'yearly', month: 2, day: 29, name: '' }, 2028)).toBe('2028-02-29');
    expect(holidayDate({ kind: 'rule', month: 2, weekday: 'mon', nth: 5, name: '' }, 2026)).toBeNull();
  });
});
