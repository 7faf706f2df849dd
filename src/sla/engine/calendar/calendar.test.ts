import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { calendarArb, instantArb } from '../testing/arbitrary';
import { at, calendarOf, everyDay, HOUR, MINUTE, workdays } from '../testing/build';
import { calendarCache } from './cache';
import { NEVER } from './calendar';
import { calendar247, compileCalendar, ZeroCalendarError } from './compile';
import { UnknownZoneError } from './zone';

const berlin = compileCalendar(calendarOf());

describe('a calendar', () => {
  it('ends exact fits at closing and starts zero-time additions where work is', () => {
    expect(berlin.addWorking(at('2026-06-01T09:00'), 8 * HOUR)).toBe(at('2026-06-01T17:00'));
    expect(berlin.addWorking(at('2026-06-01T12:00'), 0)).toBe(at('2026-06-01T12:00'));
    expect(berlin.addWorking(at('2026-06-01T17:00'), 0)).toBe(at('2026-06-01T17:00'));
    expect(berlin.addWorking(at('2026-06-01T20:00'), 0)).toBe(at('2026-06-02T09:00'));
  });

  it('counts a reversed interval as nothing', () => {
    expect(berlin.workingMs(at('2026-06-02T12:00'), at('2026-06-01T12:00'))).toBe(0);
  });

  it('works at the opening, not at the closing', () => {
    expect(berlin.isWorking(at('2026-06-01T09:00'))).toBe(true);
    expect(berlin.isWorking(at('2026-06-01T17:00'))).toBe(false);
  });

  it('finds openings and closings strictly before and after', () => {
    const opening = at('2026-06-02T09:00');
    expect(berlin.nextOpening(opening)).toBe(at('2026-06-03T09:00'));
    expect(berlin.prevOpening(opening)).toBe(at('2026-06-01T09:00'));
    expect(berlin.nextClosing(at('2026-06-02T17:00'))).toBe(at('2026-06-03T17:00'));
    expect(berlin.prevClosing(at('2026-06-02T17:00'))).toBe(at('2026-06-01T17:00'));
  });

  it('keeps the tail of a night on its start day, even when the next date is a holiday', () => {
    const nights = compileCalendar(
      calendarOf({
        week: { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']] },
        holidays: [{ kind: 'date', date: '2026-06-02', name: 'holiday' }],
      }),
    );
    expect(nights.workingMs(at('2026-06-01T00:00'), at('2026-06-04T00:00'))).toBe(8 * HOUR);
    expect(nights.isWorking(at('2026-06-02T05:59'))).toBe(true);
  });

  it('knows holidays by date, year and rule; 29 February only in leap years', () => {
    const closed = compileCalendar(
      calendarOf({
        week: everyDay(['09:00', '17:00']),
        holidays: [
          { kind: 'yearly', month: 2, day: 29, name: 'leap' },
          { kind: 'rule', month: 5, weekday: 'mon', nth: -1, name: 'last Monday of May' },
          { kind: 'rule', month: 9, weekday: 'mon', nth: 1, name: 'first Monday of September' },
        ],
      }),
    );
    const working = (date: string) => closed.isWorkingDay(date);
    expect(['2028-02-29', '2026-05-25', '2026-09-07'].map(working)).toEqual([false, false, false]);
    expect(['2026-03-01', '2026-05-18', '2026-09-14'].map(working)).toEqual([true, true, true]);
  });

  it('takes holidays from the sets it names only', () => {
    const sets = [
      { id: 'de', name: 'DE', holidays: [{ kind: 'date', date: '2026-06-01', name: 'x' } as const] },
      { id: 'fr', name: 'FR', holidays: [{ kind: 'date', date: '2026-06-02', name: 'y' } as const] },
    ];
    const calendar = compileCalendar(calendarOf({ holidaySetIds: ['de'] }), sets);
    expect(calendar.isWorkingDay('2026-06-01')).toBe(false);
    expect(calendar.isWorkingDay('2026-06-02')).toBe(true);
  });

  it('merges touching intervals', () => {
    const calendar = compileCalendar(calendarOf({ week: workdays(['09:00', '12:00'], ['12:00', '17:00']) }));
    expect(calendar.workingIntervals(at('2026-06-01T00:00'), at('2026-06-02T00:00'))).toEqual([
      [at('2026-06-01T09:00'), at('2026-06-01T17:00')],
    ]);
  });

  it('adds business days at the same wall time, from the next opening when off hours', () => {
    expect(berlin.addBusinessDays(at('2026-06-05T10:30'), 1)).toBe(at('2026-06-08T10:30'));
    expect(berlin.addBusinessDays(at('2026-06-06T12:00'), 1)).toBe(at('2026-06-09T09:00'));
    expect(berlin.addBusinessDays(at('2026-06-08T10:30'), -1)).toBe(at('2026-06-05T10:30'));
    expect(berlin.businessDaysBetween('2026-06-05', '2026-06-09')).toBe(2);
  });

  it('answers across centuries without being told a horizon', () => {
    expect(berlin.workingMs(at('2200-01-06T00:00:00Z'), at('2200-01-07T00:00:00Z'))).toBe(8 * HOUR);
    expect(berlin.workingMs(at('1975-01-06T00:00:00Z'), at('1975-01-07T00:00:00Z'))).toBe(8 * HOUR);
  });

  it('says never, instead of looking forever, when no work is left', () => {
    const once = compileCalendar(
      calendarOf({
        week: {},
        exceptions: [{ date: '2026-05-01', hours: [['09:00', '10:00']], name: 'once' }],
      }),
    );
    expect(once.addWorking(at('2026-04-01T00:00'), 2 * HOUR)).toBe(NEVER);
    expect(once.nextOpening(at('2026-06-01T00:00'))).toBe(NEVER);
    expect(once.addBusinessDays(at('2026-04-01T00:00'), 2)).toBe(NEVER);
  });

  it('refuses no working time and unknown zones', () => {
    expect(() => compileCalendar(calendarOf({ week: {} }))).toThrow(ZeroCalendarError);
    expect(() => compileCalendar(calendarOf({ zone: 'Mars/Olympus' }))).toThrow(UnknownZoneError);
  });

  it('counts every instant of 24×7', () => {
    expect(calendar247.workingMs(0, 12_345)).toBe(12_345);
    expect(calendar247.addWorking(0, 24 * HOUR)).toBe(24 * HOUR);
  });
});

describe('calendars of any kind', () => {
  const given = fc.tuple(calendarArb, instantArb, instantArb, instantArb);

  it('count a span as the sum of its parts', () => {
    fc.assert(
      fc.property(given, ([definition, ...instants]) => {
        const [a = 0, b = 0, c = 0] = [...instants].sort((x, y) => x - y);
        const calendar = compileCalendar(definition);
        expect(calendar.workingMs(a, c)).toBe(calendar.workingMs(a, b) + calendar.workingMs(b, c));
      }),
    );
  });

  it('undo an addition by measuring it, and measure what they add', () => {
    fc.assert(
      fc.property(given, ([definition, from, to]) => {
        const calendar = compileCalendar(definition);
        const worked = calendar.workingMs(from, to);
        fc.pre(worked > 0);
        const end = calendar.addWorking(from, worked);
        expect(end).toBeLessThanOrEqual(to);
        expect(calendar.workingMs(from, end)).toBe(worked);
        if (calendar.isWorking(to)) expect(end).toBe(to);
        expect(calendar.workingMs(calendar.subtractWorking(to, worked), to)).toBe(worked);
      }),
    );
  });

  it('list the intervals they count', () => {
    fc.assert(
      fc.property(given, ([definition, from, to]) => {
        const calendar = compileCalendar(definition);
        const intervals = calendar.workingIntervals(from, to);
        expect(intervals.reduce((sum, [start, end]) => sum + end - start, 0)).toBe(
          calendar.workingMs(from, to),
        );
        for (const [start, end] of intervals) {
          expect(calendar.isWorking(start)).toBe(true);
          expect(calendar.isWorking(end - 1)).toBe(true);
        }
      }),
    );
  });

  it('give the same answers whatever was asked before', () => {
    fc.assert(
      fc.property(given, ([definition, from, to, other]) => {
        const fresh = compileCalendar(definition, [], { from, to });
        const used = compileCalendar(definition);
        used.addWorking(other - 4000 * 24 * HOUR, 9000 * MINUTE);
        expect(used.addWorking(from, 77 * HOUR)).toBe(fresh.addWorking(from, 77 * HOUR));
        expect(used.workingMs(from, to)).toBe(fresh.workingMs(from, to));
      }),
      { numRuns: 40 },
    );
  });
});

describe('calendarCache', () => {
  it('compiles equal definitions once and forgets the least recently used', () => {
    const cache = calendarCache(2);
    const first = cache(calendarOf(), []);
    expect(cache(calendarOf(), [])).toBe(first);
    cache(calendarOf({ id: 'b' }), []);
    cache(calendarOf(), []);
    cache(calendarOf({ id: 'c' }), []);
    expect(cache(calendarOf(), [])).toBe(first);
    const b = cache(calendarOf({ id: 'b' }), []);
    expect(cache(calendarOf({ id: 'b' }), [])).toBe(b);
  });
});
