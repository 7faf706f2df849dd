import { describe, expect, it } from '@jest/globals';
import type { CalendarSource, Target } from '../../../engine/model';
import { calendarOf, everyDay, HOUR, onBerlin } from '../../../engine/testing/build';
import { targetProblems } from './target-rules';

const always: CalendarSource = { kind: 'fixed', calendarId: null };
const calendars = [calendarOf(), calendarOf({ id: 'short', week: everyDay(['09:00', '15:00']) })];
const codes = (target: Target, calendar: CalendarSource = onBerlin): readonly string[] =>
  targetProblems('metric:m', 'target', { id: 'g', name: 'g', target, calendar }, calendars).map(
    ({ code, severity }) => `${severity} ${code}`,
  );

const DAYS = 24 * HOUR;
const duration = (ms: number): Target => ({ kind: 'duration', ms });
const businessDays = (days: number): Target => ({ kind: 'businessDays', days, endOfDay: false });
const relative = (days: number, by: string): Target => ({ kind: 'relative', days, by });

describe('how long a target may be', () => {
  it('is ten years by the clock, on its own calendar', () => {
    expect(codes(duration(3653 * DAYS), always)).toEqual([]);
    expect(codes(duration(3654 * DAYS), always)).toEqual(['error TARGET_TOO_LONG']);
    // 40 h a week: 21,000 h take 525 weeks, a little more than ten years.
    expect(codes(duration(20_800 * HOUR))).toEqual([]);
    expect(codes(duration(21_000 * HOUR))).toEqual(['error TARGET_TOO_LONG']);
    expect(codes(duration(21_000 * HOUR), always)).toEqual([]);
  });

  it('counts working days as they come, five in a week of five', () => {
    expect(codes(businessDays(2600))).toEqual([]);
    expect(codes(businessDays(2700))).toEqual(['error TARGET_TOO_LONG']);
    expect(codes(businessDays(2700), { kind: 'fixed', calendarId: 'short' })).toEqual([]);
    expect(codes(relative(2700, '16:00'))).toEqual(['error TARGET_TOO_LONG']);
  });

  it('looks at every calendar a field may choose', () => {
    const byField: CalendarSource = { kind: 'field', field: 'group', map: { a: 'berlin' }, fallback: null };
    expect(codes(duration(21_000 * HOUR), byField)).toEqual(['error TARGET_TOO_LONG']);
  });
});

describe('a target on the day it starts', () => {
  it('is warned of when its time may have passed by then', () => {
    expect(codes(relative(0, '16:00'))).toEqual(['warning DUE_BEFORE_START']);
    expect(codes(relative(0, '16:00'), always)).toEqual(['warning DUE_BEFORE_START']);
  });

  it('is fine at or after closing, at the end of the day, or a day later', () => {
    expect(codes(relative(0, '17:00'))).toEqual([]);
    expect(codes(relative(0, '16:00'), { kind: 'fixed', calendarId: 'short' })).toEqual([]);
    expect(codes({ kind: 'relative', days: 0, by: 'endOfDay' })).toEqual([]);
    expect(codes(relative(1, '16:00'))).toEqual([]);
  });
});
