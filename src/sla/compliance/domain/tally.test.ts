import { describe, expect, it } from '@jest/globals';
import { replay, reportOf, stateOf, withoutEarlier } from '../../engine';
import type { Fact } from '../../engine/model';
import { definitionsOf, goalOf, historyOf, HOUR, metricOf } from '../../engine/testing/build';
import { NO_TALLY, tallyOf } from './tally';

const DAY = 24 * HOUR;
const T0 = Date.UTC(2026, 5, 1, 7);

const moved = (at: number, from: string, to: string, id: number): Fact => ({
  kind: 'change',
  at,
  id: String(id),
  by: 'ann',
  changes: [{ field: 'status', from: [from], to: [to] }],
});

const reopened = { on: 'changed' as const, field: 'status', to: ['Open'] };
const metric = metricOf({
  start: [{ on: 'created' }, reopened],
  goals: [{ ...goalOf(2), calendar: { kind: 'fixed', calendarId: null } }],
});

/** Ten cycles, one a day, each of one hour; the third takes three. */
const facts = Array.from({ length: 10 }, (_, day): readonly Fact[] => {
  const start = T0 + day * DAY;
  const stop = start + (day === 2 ? 3 : 1) * HOUR;
  return [
    ...(day === 0 ? [] : [moved(start, 'Done', 'Open', 2 * day)]),
    moved(stop, 'Open', 'Done', 2 * day + 1),
  ];
}).flat();

const definitions = definitionsOf(metric);
const history = { ...historyOf('2026-06-01', facts), createdAt: T0 };
const now = T0 + 20 * DAY;
const whole = replay(definitions, history, now).metrics[0]!;
const state = withoutEarlier(stateOf(definitions, history), [whole]);
const kept = reportOf(definitions, state, now).metrics[0]!;

describe('the tally of a period', () => {
  it('counts each cycle where it stopped, the first instant in and the end out', () => {
    const [first] = whole.completedCycles;
    const stop = first?.stopTime ?? 0;
    expect(tallyOf(whole, { from: stop, to: stop + 1 }).met).toBe(1);
    expect(tallyOf(whole, { from: stop - 1, to: stop }).met).toBe(0);
    expect(tallyOf(whole, { from: T0, to: now })).toEqual({ ...NO_TALLY, met: 9, breached: 1 });
  });

  it('knows how many cycles of a record it can not date, and that older ones do not matter', () => {
    expect(tallyOf(kept, { from: T0, to: now })).toEqual({ ...NO_TALLY, met: 5, undated: 5 });
    expect(tallyOf(kept, { from: T0 + 7 * DAY, to: now })).toEqual({ ...NO_TALLY, met: 3 });
  });

  it('asks nothing of earlier cycles where only the last counts', () => {
    expect(tallyOf({ ...kept, method: 'last' }, { from: T0, to: now })).toEqual({ ...NO_TALLY, met: 1 });
  });

  it('counts an excused breach, a cancelled and a late open cycle apart', () => {
    const [cycle] = whole.completedCycles;
    const excused = { by: null, category: 'vendor', reason: 'Strike' };
    const cycles = [
      { ...cycle!, n: 1, breached: true, excused },
      { ...cycle!, n: 2, state: 'CANCELLED' as const },
    ];
    const { stopTime: _stop, ...open } = { ...cycle!, n: 3, breached: true, breachTime: T0 + HOUR };
    const told = { ...whole, completedCycles: cycles, ongoingCycle: open };
    expect(tallyOf(told, { from: T0, to: now })).toEqual({ ...NO_TALLY, excused: 1, cancelled: 1, open: 1 });
    expect(tallyOf(told, { from: T0 - DAY, to: T0 }).open).toBe(0);
  });
});
