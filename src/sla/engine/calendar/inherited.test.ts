import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from '../model';
import { at, calendarOf, definitionsOf, HOUR, metricOf, onBerlin } from '../testing/build';
import { resultOf } from '../testing/ask';
import { validateDefinitions } from '../../definitions/domain/rules/validate';
import { affectedMetrics } from '../revisions/turns';
import { replaced } from '../revisions/former';
import { isItsOwnBase, possibleBases } from './bases';
import { inherited } from './inherited';

const base = calendarOf({
  id: 'base',
  week: { mon: [['08:00', '16:00']], tue: [['08:00', '16:00']] },
  holidays: [{ kind: 'date', date: '2026-06-01', name: 'base day' }],
  holidaySetIds: ['de'],
  exceptions: [
    { date: '2026-06-02', hours: [['10:00', '11:00']], name: 'base' },
    { date: '2026-06-09', hours: [], name: 'base' },
  ],
  nominalDayMs: 8 * HOUR,
});
const own = calendarOf({
  id: 'own',
  zone: 'Asia/Kathmandu',
  baseId: 'base',
  week: { tue: [], wed: [['12:00', '14:00']] },
  holidays: [{ kind: 'date', date: '2026-06-03', name: 'own day' }],
  holidaySetIds: ['np'],
  exceptions: [{ date: '2026-06-02', hours: [['09:00', '10:00']], name: 'own' }],
});
const codes = (...calendars: CalendarDefinition[]) =>
  validateDefinitions(definitionsOf([], { calendars })).flatMap(({ code, whose }) => [code, whose]);

describe('a calendar based on another', () => {
  it('takes what it says nothing of, and keeps its own zone, days and dates', () => {
    expect(inherited(own, [base, own])).toEqual({
      id: 'own',
      name: 'Berlin',
      zone: 'Asia/Kathmandu',
      week: { mon: [['08:00', '16:00']], tue: [], wed: [['12:00', '14:00']] },
      holidays: [...base.holidays, ...own.holidays],
      holidaySetIds: ['de', 'np'],
      exceptions: [base.exceptions[1], own.exceptions[0]],
      nominalDayMs: 8 * HOUR,
    });
  });

  it('takes from the base of its base', () => {
    const third = calendarOf({ id: 'third', baseId: 'own', week: {}, zone: 'UTC' });
    const whole = inherited(third, [base, own, third]);
    expect(whole.week).toEqual(inherited(own, [base, own]).week);
    expect(whole.zone).toBe('UTC');
  });

  it('stands by itself where there is no such base', () => {
    const { baseId: _none, ...alone } = own;
    expect(inherited(own, [own])).toEqual(alone);
  });

  it('measures as if everything were written into it', () => {
    const berlin = calendarOf({ baseId: 'office', week: { mon: [['10:00', '12:00']] } });
    const office = calendarOf({ id: 'office' });
    const definitions = definitionsOf(metricOf(), { calendars: [berlin, office] });
    // Two hours on Monday, the office's on Tuesday.
    expect(resultOf({}, [], '2026-06-02T17:00', {}, definitions).ongoingCycle?.elapsedMs).toBe(10 * HOUR);
  });

  it('may be based on neither itself nor what is based on it', () => {
    const calendars = [base, own, calendarOf({ id: 'third', baseId: 'own' })];
    expect(possibleBases(calendars, 'base').map(({ id }) => id)).toEqual([]);
    expect(possibleBases(calendars, 'third').map(({ id }) => id)).toEqual(['base', 'own']);
    const loop = [{ ...base, baseId: 'own' }, own];
    expect(loop.map((each) => isItsOwnBase(each, loop))).toEqual([true, true]);
    expect(codes(...loop)).toEqual(
      expect.arrayContaining(['CALENDAR_LOOP', 'calendar:base', 'CALENDAR_LOOP', 'calendar:own']),
    );
  });

  it('is refused a base that is not there', () => {
    expect(codes(calendarOf({ baseId: 'gone' }))).toEqual(['UNKNOWN_BASE', 'calendar:berlin']);
  });

  it('needs no hours of its own', () => {
    const empty = calendarOf({ id: 'empty', week: {} });
    expect(codes(empty)).toContain('ZERO_CALENDAR');
    expect(codes(calendarOf({ id: 'office' }), { ...empty, baseId: 'office' })).toEqual([]);
  });

  it('changes when its base does: metrics on it are measured anew', () => {
    const office = calendarOf({ id: 'office' });
    const berlin = calendarOf({ baseId: 'office', week: {} });
    const before = definitionsOf(
      metricOf({
        goals: [{ id: 'g', name: 'g', target: { kind: 'duration', ms: HOUR }, calendar: onBerlin }],
      }),
      { calendars: [berlin, office] },
    );
    const after = {
      ...before,
      version: 2,
      calendars: [berlin, { ...office, week: { mon: office.week.mon ?? [] } }],
    };
    const former = replaced(before, after, at('2026-06-05T00:00'), 'replay');
    expect(affectedMetrics({ ...after, former: former === null ? [] : [former] })).toEqual(new Set(['m']));
  });
});
