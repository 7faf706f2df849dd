import type { CalendarException, Holiday } from '../../../src/sla/engine/model';
import { offerOf } from './import-offer';

const day = (date: string, name: string): Holiday => ({ kind: 'date', date, name });
const hours = (date: string, name: string): CalendarException => ({
  date,
  name,
  hours: [['09:00', '12:00']],
});
const found = {
  holidays: [day('2026-12-25', 'Christmas'), day('2026-12-26', 'Christmas')],
  exceptions: [hours('2026-12-24', 'Short day'), hours('2026-12-31', 'Short day')],
  skipped: [
    { name: 'Old', why: 'cancelled', date: '2026-01-01' },
    { name: 'Old', why: 'cancelled', date: '2026-02-01' },
  ],
} as const;

test('what the calendar has already is left out, so that no date gets two exceptions', () => {
  const offer = offerOf(found, {
    holidays: [day('2026-12-25', 'Christmas')],
    exceptions: [hours('2026-12-24', 'Half a day')],
  });
  expect(offer.holidays).toEqual([day('2026-12-26', 'Christmas')]);
  expect(offer.exceptions).toEqual([hours('2026-12-31', 'Short day')]);
  expect(offer.leftOut).toEqual([
    { name: 'Christmas', why: 'present', date: '2026-12-25', count: 1 },
    { name: 'Short day', why: 'present', date: '2026-12-24', count: 1 },
    { name: 'Old', why: 'cancelled', date: '2026-01-01', count: 2 },
  ]);
});

test('a shared set has no place for hours', () => {
  const offer = offerOf(found, { holidays: [] });
  expect(offer.exceptions).toEqual([]);
  expect(offer.leftOut).toContainEqual({ name: 'Short day', why: 'timed', date: '2026-12-24', count: 2 });
});

test('days before a date are counted and not offered', () => {
  const offer = offerOf(found, { holidays: [], exceptions: [] }, '2026-12-26');
  expect(offer.holidays).toEqual([day('2026-12-26', 'Christmas')]);
  expect(offer.exceptions).toEqual([hours('2026-12-31', 'Short day')]);
  expect(offer.past).toBe(2);
});
