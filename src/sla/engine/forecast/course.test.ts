import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '../compiled/compile';
import { replay } from '../replay/replay';
import type { Cycle, Fact } from '../model';
import { at, commentAt, definitionsOf, goalOf, HOUR, historyOf, metricOf, statusAt } from '../testing/build';
import { courseOf, positionOf, stagesOf } from './course';
import { leftUntilBreach } from './left';

/** Berlin, working days from nine to five; the target is eight hours of them. Monday is 1 June 2026. */
function cycleAt(now: string, facts: readonly Fact[] = [], metric = metricOf()): Cycle {
  const report = replay(definitionsOf(metric), historyOf('2026-06-01T09:00', facts), at(now), {
    trace: true,
  });
  const cycle = report.metrics[0]?.ongoingCycle ?? report.metrics[0]?.completedCycles[0];
  if (cycle === undefined) throw new Error('no cycle');
  return cycle;
}

const worked = [
  statusAt('2026-06-01T10:00', 'Open', 'Doing'),
  statusAt('2026-06-01T12:00', 'Doing', 'Waiting'),
  statusAt('2026-06-02T10:00', 'Waiting', 'Doing'),
  statusAt('2026-06-02T12:00', 'Doing', 'Checking'),
  statusAt('2026-06-03T10:00', 'Checking', 'Done'),
];

describe('the course of a finished cycle', () => {
  it('is the working time before and in each status; pauses and nights add nothing', () => {
    expect(courseOf('i:laptop', cycleAt('2026-06-05T12:00', worked))).toEqual({
      key: 'i:laptop',
      goalId: '8h',
      totalMs: 11 * HOUR,
      targetMs: 8 * HOUR,
      breached: true,
      stages: [
        { status: 'Open', fromMs: 0, spentMs: HOUR },
        { status: 'Doing', fromMs: HOUR, spentMs: 4 * HOUR },
        { status: 'Waiting', fromMs: 3 * HOUR, spentMs: 0 },
        { status: 'Checking', fromMs: 5 * HOUR, spentMs: 6 * HOUR },
      ],
    });
  });

  it('adds up to the time the cycle counted', () => {
    const cycle = cycleAt('2026-06-05T12:00', worked);
    const spent = stagesOf(cycle).reduce((sum, { spentMs }) => sum + spentMs, 0);
    expect(spent).toBe(cycle.elapsedMs);
  });

  it('does not exist while the clock runs, nor after it was cancelled', () => {
    const cancelled = metricOf({
      cancel: { when: 'trigger', any: [{ on: 'changed', field: 'status', to: ['Doing'] }] },
    });
    expect(courseOf('t:1', cycleAt('2026-06-01T11:00'))).toBeNull();
    expect(courseOf('t:1', cycleAt('2026-06-01T11:00', worked, cancelled))).toBeNull();
  });
});

describe('where a cycle under way stands', () => {
  it('is its status, and the working time it has spent there over all visits', () => {
    expect(positionOf('t:1', cycleAt('2026-06-02T11:00', worked))).toEqual({
      key: 't:1',
      goalId: '8h',
      elapsedMs: 4 * HOUR,
      stage: { status: 'Doing', spentMs: 3 * HOUR },
    });
  });

  it('is known while the clock is paused, and without a status before anything was counted', () => {
    expect(positionOf('t:1', cycleAt('2026-06-01T20:00', worked)).stage).toEqual({
      status: 'Waiting',
      spentMs: 0,
    });
    expect(positionOf('t:1', cycleAt('2026-06-01T09:00'))).toEqual({
      key: 't:1',
      goalId: '8h',
      elapsedMs: 0,
    });
  });
});

describe('the working time left before a breach', () => {
  const left = (now: string, facts: readonly Fact[] = [], graceMs = 0, metric = metricOf({ graceMs })) =>
    leftUntilBreach(
      cycleAt(now, facts, metric),
      calendarOf(definitionsOf(metric), 'berlin'),
      graceMs,
      at(now),
    );

  it('is counted on the calendar up to the due time, nights left out', () => {
    expect(left('2026-06-01T11:00')).toBe(6 * HOUR);
    expect(left('2026-06-01T22:00', [], 0, metricOf({ goals: [goalOf(10)] }))).toBe(2 * HOUR);
  });

  it('holds the working part of the grace', () => {
    expect(left('2026-06-01T15:00', [commentAt('2026-06-01T10:00', 'agent')], 18 * HOUR)).toBe(4 * HOUR);
  });

  it('is not used up by a pause', () => {
    expect(left('2026-06-01T13:00', worked)).toBe(5 * HOUR);
    expect(left('2026-06-02T09:30', worked)).toBe(5 * HOUR);
  });

  it('is unknown once it is breached, finished, or nothing is promised', () => {
    const measured = metricOf({
      goals: [
        { id: 'g', name: 'g', target: { kind: 'none' }, calendar: { kind: 'fixed', calendarId: null } },
      ],
    });
    expect(left('2026-06-03T09:30', worked)).toBeNull();
    expect(left('2026-06-05T09:30', worked)).toBeNull();
    expect(left('2026-06-01T11:00', [], 0, measured)).toBeNull();
  });
});
