import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { compileCalendar, calendar247 } from '../../../engine/calendar/compile';
import { at, calendarOf } from '../../../engine/testing/build';
import type { QuietHours } from './model';
import { quietUntil } from './quiet';
import { DEFAULT_POLICY, policySchema } from './schema';

const night: QuietHours = { kind: 'hours', zone: 'Europe/Berlin', from: '20:00', to: '08:00', days: [] };
const until = (quiet: QuietHours, when: string, counted = calendar247) =>
  quietUntil(quiet, counted, at(when));

describe('quiet hours', () => {
  test('off: people may always be told', () => {
    expect(until({ kind: 'off' }, '2026-06-01T03:00')).toBeUndefined();
  });

  test.each([
    ['2026-06-01T19:59', undefined],
    ['2026-06-01T20:00', '2026-06-02T08:00'],
    ['2026-06-02T03:00', '2026-06-02T08:00'],
    ['2026-06-02T08:00', undefined],
  ])('over midnight: %s', (when, end) => {
    expect(until(night, when)).toBe(end === undefined ? undefined : at(end));
  });

  test('at noon, within one day', () => {
    expect(until({ ...night, from: '12:00', to: '14:00' }, '2026-06-01T13:00')).toBe(at('2026-06-01T14:00'));
    expect(until({ ...night, from: '12:00', to: '14:00' }, '2026-06-01T23:00')).toBeUndefined();
  });

  test('whole days join the night before and after', () => {
    const weekends: QuietHours = { ...night, days: ['sat', 'sun'] };
    expect(until(weekends, '2026-06-05T21:00')).toBe(at('2026-06-08T08:00'));
    expect(until(weekends, '2026-06-06T12:00')).toBe(at('2026-06-08T08:00'));
  });

  test('follow the wall clock when daylight saving begins', () => {
    expect(until(night, '2026-03-28T22:00')).toBe(at('2026-03-29T08:00'));
  });

  test('of the calendar: until it opens, and never for a 24×7 promise', () => {
    const nineToFive = compileCalendar(calendarOf());
    expect(until({ kind: 'calendar' }, '2026-06-05T18:00', nineToFive)).toBe(at('2026-06-08T09:00'));
    expect(until({ kind: 'calendar' }, '2026-06-05T12:00', nineToFive)).toBeUndefined();
    expect(until({ kind: 'calendar' }, '2026-06-05T18:00')).toBeUndefined();
  });
});

describe('a policy', () => {
  test.each([
    ['an unknown zone', { quiet: { ...night, zone: 'Mars/Olympus' } }],
    ['quiet hours without an end', { quiet: { ...night, to: '20:00' } }],
    ['seven quiet days', { quiet: { ...night, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } }],
    ['a pause alone longer than the longest', { pauseAloneHours: 1000 }],
  ])('with %s is refused', (_name, parts) => {
    expect(v.is(policySchema, { ...DEFAULT_POLICY, ...parts })).toBe(false);
  });

  test('as it is by default is accepted', () => {
    expect(v.parse(policySchema, DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
  });
});
