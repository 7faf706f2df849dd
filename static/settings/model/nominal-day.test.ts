import { calendarOf, HOUR } from '../../../src/sla/engine/testing/build';
import { averageDayMs, hoursText, readHours } from './nominal-day';

test.each([
  ['', undefined],
  ['  ', undefined],
  ['7.5', 7.5 * HOUR],
  ['7,5', 7.5 * HOUR],
  ['24', 24 * HOUR],
  ['0', null],
  ['25', null],
  ['eight', null],
  ['0x10', null],
  ['1e1', null],
])('%p typed is %p', (typed, ms) => {
  expect(readHours(typed, 'en')).toBe(ms);
});

test('the average is over weekdays that have hours', () => {
  const week = { mon: [['09:00', '17:00']], tue: [['09:00', '16:00']], wed: [] } as const;
  expect(averageDayMs(calendarOf({ week }))).toBe(7.5 * HOUR);
  expect(hoursText(7.5 * HOUR, 'ru')).toBe('7,5');
});

test('there is none while an hour is half typed', () => {
  expect(averageDayMs(calendarOf({ week: { mon: [['9', '17:00']] } }))).toBeNull();
});
