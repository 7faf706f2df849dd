import { describe, expect, it } from '@jest/globals';
import type { MetricDefinition } from '../model';
import { CREATED, cycleOf } from '../testing/ask';
import {
  at,
  becomes,
  calendarOf,
  changeAt,
  definitionsOf,
  fieldAt,
  goalOf,
  HOUR,
  is,
  metricOf,
  onBerlin,
  statusAt,
} from '../testing/build';

const fromCreation: Partial<MetricDefinition> = { startFromField: 'created', retroactivePause: true };
const byPriority = [goalOf(2, is('priority', 'High')), goalOf(8)];

describe('a start dated back, with the pauses between', () => {
  it('runs from the instant at which the pause ends with the start', () => {
    const facts = [
      statusAt('2026-06-01T10:30', 'New', 'Waiting'),
      statusAt('2026-06-01T12:30', 'Waiting', 'Open'),
    ];
    const metric = { ...fromCreation, start: [becomes('status', 'Open')], goals: [goalOf(2)] };
    const cycle = cycleOf(metric, facts, '2026-06-01T16:00', { status: ['New'] });
    expect(cycle).toMatchObject({
      state: 'RUNNING',
      elapsedMs: 4 * HOUR,
      pausedMs: 2 * HOUR,
      breached: true,
    });
  });

  it('runs on after a goal change that ends a pause with it', () => {
    const both = changeAt(
      '2026-06-01T12:30',
      { field: 'status', from: ['Waiting'], to: ['Open'] },
      { field: 'priority', from: ['Low'], to: ['High'] },
    );
    const facts = [statusAt('2026-06-01T10:30', 'Open', 'Waiting'), both];
    const metric = { ...fromCreation, goalChange: 'retroactive' as const, goals: byPriority };
    const cycle = cycleOf(metric, facts, '2026-06-01T16:00', { priority: ['Low'] });
    expect(cycle).toMatchObject({ n: 2, state: 'RUNNING', elapsedMs: 4 * HOUR });
  });

  it('counts a pause by hand until its known end', () => {
    const pause = { kind: 'pause' as const, by: 'anna', id: '1', reason: 'vendor' };
    const facts = [
      { ...pause, at: at('2026-06-01T11:00'), resumeAt: at('2026-06-01T12:00') },
      fieldAt('2026-06-01T13:00', 'priority', ['High'], ['Low']),
    ];
    const metric = { ...fromCreation, goalChange: 'retroactive' as const, goals: byPriority };
    const cycle = cycleOf(metric, facts, '2026-06-01T16:00', { priority: ['Low'] });
    expect(cycle).toMatchObject({ n: 2, state: 'RUNNING', elapsedMs: 5 * HOUR, pausedBy: { vendor: HOUR } });
  });

  it('counts a pause by hand that ended before the start until its end', () => {
    const pause = { kind: 'pause' as const, by: 'anna', id: '1', reason: 'vendor' };
    const facts = [
      { ...pause, at: at('2026-06-01T10:30'), resumeAt: at('2026-06-01T11:00') },
      statusAt('2026-06-01T12:00', 'New', 'Open'),
    ];
    const metric = { ...fromCreation, start: [becomes('status', 'Open')] };
    const cycle = cycleOf(metric, facts, '2026-06-01T13:00', { status: ['New'] });
    expect(cycle).toMatchObject({ state: 'RUNNING', elapsedMs: 2.5 * HOUR, pausedMs: 0.5 * HOUR });
  });
});

it('keeps the start taken from a field other than the creation when the goal changes', () => {
  const metric: Partial<MetricDefinition> = {
    startFromField: 'received',
    start: [becomes('status', 'Work')],
    goalChange: 'retroactive',
    goals: byPriority,
  };
  const facts = [
    statusAt('2026-06-01T12:00', 'Open', 'Work'),
    fieldAt('2026-06-01T13:00', 'priority', ['High'], ['Low']),
  ];
  const received = { priority: ['Low'], received: ['2026-06-01T11:00:00.000+0200'] };
  expect(cycleOf(metric, facts, '2026-06-01T13:30', received)).toMatchObject({
    n: 2,
    startTime: at('2026-06-01T11:00'),
  });
});

describe('a date without a time', () => {
  const newYork = calendarOf({ zone: 'America/New_York' });

  it('is the beginning of that day in the zone of the calendar, when a start is dated by it', () => {
    const parts: Partial<MetricDefinition> = {
      startFromField: 'received',
      start: [becomes('status', 'Work')],
    };
    const definitions = definitionsOf(metricOf(parts), { calendars: [newYork] });
    const facts = [statusAt('2026-06-02T16:00', 'Open', 'Work')];
    const cycle = cycleOf(parts, facts, '2026-06-02T16:30', { received: ['2026-06-02'] }, definitions);
    expect(cycle.startTime).toBe(Date.parse('2026-06-02T04:00Z'));
  });

  it('ends a pause at the beginning of that day in the zone of the calendar', () => {
    const pause = [{ reason: 'requester', when: is('status', 'Waiting'), resumeAtField: 'until' }];
    const facts = [statusAt(CREATED, 'Open', 'Waiting')];
    const cycle = cycleOf({ pause }, facts, '2026-06-02T01:30', { until: ['2026-06-02'] });
    expect(cycle).toMatchObject({ state: 'RUNNING', pausedMs: 14 * HOUR });
  });
});

describe('a negotiated date with an extension', () => {
  const target = { kind: 'dateField', field: 'agreed', time: '12:00', outside: 'previousClosing' } as const;
  const goals = [{ id: 'agreed', name: 'agreed', target, calendar: onBerlin }];
  const extend = (when: string, from: 'target' | 'now') => ({
    kind: 'extend' as const,
    at: at(when),
    id: '1',
    by: 'anna',
    metricId: 'm',
    ms: 2 * HOUR,
    from,
    reason: 'more',
  });

  it('moves with the date when it is negotiated again', () => {
    const facts = [
      extend('2026-06-01T11:00', 'target'),
      fieldAt('2026-06-01T12:00', 'agreed', ['2026-06-04']),
    ];
    const cycle = cycleOf({ goals }, facts, '2026-06-01T13:00', { agreed: ['2026-06-03'] });
    expect(cycle.dueTime).toBe(at('2026-06-04T14:00'));
  });

  it('stays when something else about the issue changes', () => {
    const facts = [
      extend('2026-06-01T11:00', 'target'),
      fieldAt('2026-06-01T12:00', 'agreed', ['2026-06-03']),
    ];
    const cycle = cycleOf({ goals }, facts, '2026-06-01T13:00', { agreed: ['2026-06-03'] });
    expect(cycle.dueTime).toBe(at('2026-06-03T14:00'));
  });

  it('given from now never makes the date earlier', () => {
    const facts = [extend('2026-06-01T11:00', 'now'), fieldAt('2026-06-01T12:00', 'agreed', ['2026-06-04'])];
    const cycle = cycleOf({ goals }, facts, '2026-06-01T13:00', { agreed: ['2026-06-03'] });
    expect(cycle.dueTime).toBe(at('2026-06-04T12:00'));
  });
});
