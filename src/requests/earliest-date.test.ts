import { field, published } from '../../test/support/samples';
import type { CalendarDefinition, SlaDefinitions } from '../sla/engine/model';
import { earliestDateFor } from './earliest-date';

const FRIDAY = Date.parse('2026-03-06T10:00:00Z');
const calendar = (id: string, days: readonly ('mon' | 'tue' | 'fri')[]): CalendarDefinition => ({
  id,
  name: id,
  zone: 'Europe/Berlin',
  week: Object.fromEntries(days.map((day) => [day, [['09:00', '17:00']]])),
  holidays: [],
  holidaySetIds: [],
  exceptions: [],
});
const definitions = (...calendars: readonly CalendarDefinition[]): SlaDefinitions => ({
  schema: 1,
  version: 1,
  calendars,
  holidaySets: [],
  metrics: [],
  agreements: [],
});
const dated = published({ form: [field('due', { type: 'date', minWorkingDays: 1 })] });

it('counts working days of the calendar the item promises on', async () => {
  const earliest = await earliestDateFor(dated, FRIDAY, async () =>
    definitions(calendar('a', ['mon', 'fri'])),
  );
  expect(earliest?.(1)).toBe('2026-03-09');
});

it('takes the most generous of several calendars', async () => {
  const both = definitions(calendar('a', ['tue']), calendar('b', ['mon', 'fri']));
  expect((await earliestDateFor(dated, FRIDAY, async () => both))?.(1)).toBe('2026-03-09');
});

it('asks for nothing where no field needs it, and says nothing without a calendar', async () => {
  const never = () => Promise.reject(new Error('not needed'));
  expect(await earliestDateFor(published(), FRIDAY, never)).toBeUndefined();
  expect(await earliestDateFor(dated, FRIDAY, async () => definitions())).toBeUndefined();
});
