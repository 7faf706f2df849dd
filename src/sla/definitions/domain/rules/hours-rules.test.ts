import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from '../../../engine/model';
import { calendarOf, everyDay } from '../../../engine/testing/build';
import { calendarProblems } from './calendar-rules';

const found = (parts: Partial<CalendarDefinition>): readonly (readonly [string, string, string])[] =>
  calendarProblems(calendarOf(parts), { calendars: [], holidaySets: [] }, undefined).map(
    ({ code, severity, at }) => [code, severity, at],
  );

describe('nights and the mornings after', () => {
  it.each<[string, CalendarDefinition['week'], string]>([
    ['a night into the next day', { mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] }, 'week.tue'],
    ['Sunday night into Monday', { sun: [['22:00', '06:00']], mon: [['05:59', '09:00']] }, 'week.mon'],
    ['a night into another night', { fri: [['22:00', '21:00']], sat: [['20:00', '06:00']] }, 'week.sat'],
  ])('refuses %s', (_name, week, path) => {
    expect(found({ week })).toEqual([['OVERLAPPING_INTERVALS', 'error', path]]);
  });

  it.each<[string, CalendarDefinition['week']]>([
    ['touch', { mon: [['22:00', '06:00']], tue: [['06:00', '09:00']] }],
    ['follow one another every day', everyDay(['22:00', '06:00'])],
    ['end at midnight', { mon: [['17:00', '24:00']], tue: [['00:00', '09:00']] }],
    ['have a free day after them', { mon: [['22:00', '06:00']], wed: [['05:00', '09:00']] }],
  ])('lets hours be that %s', (_name, week) => {
    expect(found({ week })).toEqual([]);
  });

  it('warns of an exception over the night before it, or with a night over the morning after', () => {
    const week: CalendarDefinition['week'] = { mon: [['22:00', '06:00']], wed: [['05:00', '09:00']] };
    const early = { date: '2026-06-02', hours: [['05:00', '09:00']], name: 'early' } as const;
    const night = { date: '2026-06-02', hours: [['22:00', '06:00']], name: 'night' } as const;
    expect(found({ week, exceptions: [early] })).toEqual([['EXCEPTION_OVERLAPS', 'warning', 'exceptions.0']]);
    expect(found({ week, exceptions: [night] })).toEqual([['EXCEPTION_OVERLAPS', 'warning', 'exceptions.0']]);
    expect(found({ week, exceptions: [{ ...early, hours: [] }] })).toEqual([]);
  });
});
