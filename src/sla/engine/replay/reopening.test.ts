import { describe, expect, it } from '@jest/globals';
import type { MetricDefinition } from '../model';
import { cycleOf, resultOf } from '../testing/ask';
import { at, becomes, changeAt, fieldAt, goalOf, HOUR, is, MINUTE, statusAt } from '../testing/build';

const byPriority: Partial<MetricDefinition> = { goals: [goalOf(2, is('priority', 'High')), goalOf(8)] };
const raised = fieldAt('2026-06-01T11:10', 'priority', ['High'], ['Low']);
const done = statusAt('2026-06-01T11:00', 'Open', 'Done');
const reopened = statusAt('2026-06-01T11:20', 'Done', 'Open');

describe('a cycle that goes on after its stop', () => {
  const low = { priority: ['Low'] };

  it('has the goal that matches when the stop is undone, as if it had never stopped', () => {
    const metric = { ...byPriority, undoStopMs: HOUR };
    const cycle = cycleOf(metric, [done, raised, reopened], '2026-06-01T11:30', low);
    expect(cycle).toMatchObject({ goal: { id: '2h' }, dueTime: at('2026-06-01T12:00') });
  });

  it('sees a goal that changes in the very entry that reopens it', () => {
    const both = changeAt(
      '2026-06-01T11:20',
      { field: 'status', from: ['Done'], to: ['Open'] },
      { field: 'priority', from: ['Low'], to: ['High'] },
    );
    const cycle = cycleOf({ ...byPriority, undoStopMs: HOUR }, [done, both], '2026-06-01T11:30', low);
    expect(cycle.goal.id).toBe('2h');
  });

  it.each(['sum', 'span'] as const)('has the goal that matches now with method %s', (method) => {
    const start = [{ on: 'created' }, { on: 'changed', field: 'status', from: ['Done'] }] as const;
    const cycle = cycleOf(
      { ...byPriority, method, start },
      [done, raised, reopened],
      '2026-06-01T11:30',
      low,
    );
    expect(cycle).toMatchObject({ n: 1, goal: { id: '2h' } });
  });
});

describe('the window in which a reopening undoes the stop', () => {
  const metric: Partial<MetricDefinition> = { undoStopMs: HOUR, stop: [becomes('status', 'Resolved')] };
  const move = (when: string, from: string, to: string, was: string, is: string) =>
    changeAt(
      when,
      { field: 'status', from: [from], to: [to] },
      { field: 'statusCategory', from: [was], to: [is] },
    );
  const resolved = move('2026-06-01T10:30', 'Open', 'Resolved', 'new', 'done');

  it('leaves a stop alone when one done status follows another', () => {
    const closed = statusAt('2026-06-01T10:45', 'Resolved', 'Closed');
    const cycle = cycleOf(metric, [resolved, closed], '2026-06-01T16:00', { statusCategory: ['new'] });
    expect(cycle).toMatchObject({ state: 'MET', stopTime: at('2026-06-01T10:30') });
  });

  it('goes on when the issue is open again', () => {
    const open = move('2026-06-01T10:45', 'Resolved', 'Open', 'done', 'new');
    const cycle = cycleOf(metric, [resolved, open], '2026-06-01T11:00', { statusCategory: ['new'] });
    expect(cycle).toMatchObject({ state: 'RUNNING', elapsedMs: HOUR });
  });
});

describe('a reset', () => {
  const reset = { on: [becomes('phase', '2')], finished: 'keep' as const };
  const again = fieldAt('2026-06-01T12:00', 'phase', ['2']);

  it('does not make a breach forgotten', () => {
    const result = resultOf({ reset, goals: [goalOf(1)] }, [again], '2026-06-01T12:30');
    expect(result).toMatchObject({ breached: false, everBreached: true });
  });

  it('of a finished cycle does not make its breach forgotten either', () => {
    const stopped = statusAt('2026-06-01T11:30', 'Open', 'Done');
    const metric = { reset: { ...reset, finished: 'restart' as const }, goals: [goalOf(1)] };
    const result = resultOf(metric, [stopped, again], '2026-06-01T12:30');
    expect(result).toMatchObject({ state: 'RUNNING', breached: false, everBreached: true });
  });

  it('takes the extensions of what it zeroes away', () => {
    const extended = {
      kind: 'extend' as const,
      at: at('2026-06-01T10:30'),
      id: '1',
      by: 'anna',
      metricId: 'm',
      ms: 3 * HOUR,
      from: 'target' as const,
      reason: 'more',
    };
    const later = fieldAt('2026-06-01T13:00', 'priority', ['High'], ['Low']);
    const facts = [extended, again, later];
    const cycle = cycleOf({ ...byPriority, reset }, facts, '2026-06-01T13:30', { priority: ['Low'] });
    expect(cycle).toMatchObject({ goalDurationMs: 2 * HOUR, extensions: [{ ms: 3 * HOUR }] });
  });
});

it('starts before it stops at one instant when the metric says so', () => {
  const metric: Partial<MetricDefinition> = {
    start: [becomes('status', 'Done', 'Work')],
    stop: [becomes('status', 'Done')],
    order: ['start', 'stop'],
  };
  const cycle = cycleOf(metric, [done], '2026-06-01T12:00');
  expect(cycle).toMatchObject({ state: 'MET', startTime: done.at, stopTime: done.at });
  expect(resultOf({ ...metric, order: [] }, [done], '2026-06-01T12:00').state).toBe('NOT_STARTED');
});

it('resumes by its trigger although a pause by hand, over by now, was set in between', () => {
  const facts = [
    statusAt('2026-06-01T10:05', 'Open', 'Waiting'),
    {
      kind: 'pause' as const,
      at: at('2026-06-01T10:10'),
      id: '9',
      by: 'anna',
      reason: 'vendor',
      resumeAt: at('2026-06-01T10:30'),
    },
    statusAt('2026-06-01T12:00', 'Waiting', 'Open'),
  ];
  const cycle = cycleOf({ resume: [becomes('status', 'Open')] }, facts, '2026-06-01T13:00');
  expect(cycle).toMatchObject({ state: 'RUNNING', elapsedMs: HOUR + 5 * MINUTE });
});

it('tells the time of each reason apart when a pause by hand ends while a status still pauses', () => {
  const facts = [
    statusAt('2026-06-01T10:30', 'Open', 'Waiting'),
    {
      kind: 'pause' as const,
      at: at('2026-06-01T11:00'),
      id: '9',
      by: 'anna',
      reason: 'vendor',
      resumeAt: at('2026-06-01T12:00'),
    },
    statusAt('2026-06-01T14:00', 'Waiting', 'Open'),
  ];
  const cycle = cycleOf({}, facts, '2026-06-01T15:00');
  expect(cycle).toMatchObject({ pausedBy: { requester: 2.5 * HOUR, vendor: HOUR }, elapsedMs: 1.5 * HOUR });
  expect(cycleOf({}, facts.slice(0, 2), '2026-06-01T12:30').pauseReason).toBe('requester');
});
