import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { calendarOf } from '../testing/build';
import { compileCalendar } from './compile';
import { planDays } from './day-plan';
import { countBefore, countUntil, guideTo } from './guide';
import { buildTable } from './table';

const listArb = fc
  .array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { maxLength: 60 })
  .map((values) => Float64Array.from(values).sort());

describe('a guide', () => {
  it('counts as walking the whole list does', () => {
    fc.assert(
      fc.property(listArb, fc.double({ min: -2e12, max: 2e12, noNaN: true }), (list, wanted) => {
        const guide = guideTo(list, list.length);
        for (const value of [wanted, ...list]) {
          expect(countUntil(guide, value)).toBe(list.filter((each) => each <= value).length);
          expect(countBefore(guide, value)).toBe(list.filter((each) => each < value).length);
        }
      }),
    );
  });

  it('leaves a handful of intervals to search in working hours, however many years are compiled', () => {
    const definition = calendarOf({
      week: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
        sat: [['08:00', '10:00']],
      },
    });
    for (const years of [3, 30]) {
      const { byStart, byWork } = buildTable(planDays(definition, []), 'Europe/Berlin', 2000, 2000 + years);
      for (const { before } of [byStart, byWork])
        before.forEach((count, k) => expect(count - (before[k - 1] ?? 0)).toBeLessThanOrEqual(4));
    }
  });

  it('finds nothing in an empty list', () => {
    expect(countUntil(guideTo(new Float64Array(0), 0), 5)).toBe(0);
    expect(compileCalendar(calendarOf()).workingMs(5, 5)).toBe(0);
  });
});
