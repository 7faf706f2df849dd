import { describe, expect, it } from '@jest/globals';
import { replay } from '../engine';
import type { Fact, Goal, MetricDefinition } from '../engine/model';
import {
  at,
  commentAt,
  definitionsOf,
  goalOf,
  historyOf,
  HOUR,
  metricOf,
  onBerlin,
  statusAt,
} from '../engine/testing/build';
import { reportShape } from './report-shape';

const shown = (parts: Partial<MetricDefinition>, facts: readonly Fact[], now: string, initial = {}) => {
  const history = historyOf('2026-06-01T10:00', facts, initial);
  const report = replay(definitionsOf(metricOf(parts)), history, at(now), { trace: true });
  const metric = reportShape(report, history).metrics[0];
  if (!metric) throw new Error('no metric');
  return metric;
};

describe('a report in the shape of sla-rules §11.1', () => {
  it('has the names of Jira Service Management for a cycle under way', () => {
    const waiting = statusAt('2026-06-01T11:00', 'Open', 'Waiting');
    expect(shown({}, [waiting], '2026-06-01T12:00').ongoingCycle).toMatchObject({
      paused: true,
      breached: false,
      withinCalendarHours: true,
      goalDuration: 8 * HOUR,
      elapsedTime: HOUR,
      remainingTime: 7 * HOUR,
      elapsedMs: HOUR,
    });
  });

  it('has them for a cycle that ended, too', () => {
    const { completedCycles, ongoingCycle } = shown(
      {},
      [statusAt('2026-06-01T12:00', 'Open', 'Done')],
      '2026-06-01T13:00',
    );
    expect(ongoingCycle).toBeUndefined();
    expect(completedCycles).toMatchObject([
      {
        stopTime: at('2026-06-01T12:00'),
        goalDuration: 8 * HOUR,
        elapsedTime: 2 * HOUR,
        remainingTime: 6 * HOUR,
      },
    ]);
  });

  it.each<[string, Goal['target'], object]>([
    ['a duration', { kind: 'duration', ms: HOUR }, { ms: HOUR }],
    ['business days', { kind: 'businessDays', days: 1, endOfDay: false }, { ms: 8 * HOUR, businessDays: 1 }],
    [
      'a date',
      { kind: 'dateField', field: 'due', time: '12:00', outside: 'previousClosing' },
      { date: '2026-06-03T10:00:00.000Z' },
    ],
  ])('says how long a target is: %s', (_name, target, expected) => {
    const goals = [{ ...goalOf(1), target, calendar: onBerlin }];
    const { ongoingCycle } = shown({ goals }, [], '2026-06-01T10:00', { due: ['2026-06-03'] });
    expect(ongoingCycle?.goal.target).toMatchObject(expected);
  });

  it('tells a changelog entry from a comment of the same id as the cause of a stretch', () => {
    const change = { ...statusAt('2026-06-01T11:00', 'Open', 'Waiting'), id: '7' };
    const back = { ...statusAt('2026-06-01T12:00', 'Waiting', 'Open'), id: '8' };
    const comment = { ...commentAt('2026-06-01T13:00', 'agent'), id: '7' };
    const { completedCycles } = shown(
      {
        stop: [{ on: 'commented', by: ['agent'], audience: 'public' }],
        method: 'every',
        start: [{ on: 'created' }, { on: 'commented', by: ['agent'], audience: 'public' }],
      },
      [change, back, comment],
      '2026-06-01T14:00',
    );
    expect(completedCycles[0]?.segments.map(({ cause }) => cause)).toMatchObject([
      {},
      { changelogId: '7' },
      { changelogId: '8' },
    ]);
  });
});
