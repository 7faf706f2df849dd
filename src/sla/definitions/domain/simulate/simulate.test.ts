import { describe, expect, it } from '@jest/globals';
import {
  at,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  is,
  metricOf,
  statusAt,
} from '../../../engine/testing/build';
import type { IssueHistory, MetricDefinition } from '../../../engine/model';
import { compareMetric, simulateOne, totalsOf } from './simulate';

const done = historyOf('2026-06-01T10:00', [statusAt('2026-06-01T13:00', 'Open', 'Done')]);
const open = historyOf('2026-06-01T10:00');
const now = at('2026-06-01T15:00');

const compare = (
  edited: Partial<MetricDefinition>,
  histories: readonly IssueHistory[],
  stored: Partial<MetricDefinition> = {},
) => compareMetric(definitionsOf(metricOf(stored)), metricOf(edited), histories, now);

describe('a simulated metric', () => {
  it('shows each issue with the metric as edited and as stored', () => {
    const [late, running] = compare({ goals: [goalOf(2)] }, [done, open]);
    expect(late).toMatchObject({
      changed: true,
      now: { verdict: 'breached', outcome: { due: at('2026-06-01T12:00') } },
      before: { verdict: 'met', outcome: { due: at('2026-06-02T10:00') } },
    });
    expect(running).toMatchObject({ now: { verdict: 'breached' }, before: { verdict: 'running' } });
  });

  it('says when nothing changes', () => {
    expect(compare({}, [done, open]).map(({ changed }) => changed)).toEqual([false, false]);
  });

  it('is simulated as if switched on, and has no "before" where none is in force', () => {
    const [row] = compare({ active: false }, [done], { active: false });
    expect(row).toMatchObject({ before: null, changed: false, now: { verdict: 'met' } });
    expect(compare({ id: 'new' }, [done])[0]).toMatchObject({ before: null, now: { verdict: 'met' } });
  });

  it('tells the timeline of one issue', () => {
    const result = simulateOne(definitionsOf(), metricOf({ goals: [goalOf(2)] }), done, now);
    expect(result?.events.map(({ action }) => action)).toEqual(['start', 'stop']);
    expect(result?.completedCycles[0]?.segments).not.toEqual([]);
  });

  it('counts verdicts', () => {
    expect(totalsOf(['met', 'met', 'breached'])).toEqual({
      met: 2,
      breached: 1,
      running: 0,
      notApplicable: 0,
    });
  });
});

describe('why a metric does not count', () => {
  it('names the conditions of the scope that fail, with the values the issue has', () => {
    const scope = { all: [is('status', 'Open'), is('projectId', '7', '8')] };
    expect(compare({ scope }, [open])[0]?.now.why).toEqual({
      kind: 'scope',
      unmet: [{ condition: is('projectId', '7', '8'), actual: [] }],
    });
  });

  it('goes through the goals from the top, by the fields the issue has now', () => {
    const goals = [goalOf(2, is('priority', 'High')), goalOf(4, is('site', 'Berlin'))];
    const changed = historyOf(
      '2026-06-01T10:00',
      [fieldAt('2026-06-01T11:00', 'priority', ['Low'], ['Medium'])],
      { priority: ['Medium'] },
    );
    expect(compare({ goals }, [changed])[0]?.now).toMatchObject({
      verdict: 'notApplicable',
      why: {
        kind: 'noGoal',
        goals: [
          { goalId: '2h', unmet: [{ condition: is('priority', 'High'), actual: ['Low'] }] },
          { goalId: '4h', unmet: [{ condition: is('site', 'Berlin'), actual: [] }] },
        ],
      },
    });
  });

  it('says which date is missing', () => {
    const target = {
      kind: 'dateField',
      field: 'duedate',
      time: '17:00',
      outside: 'previousClosing',
    } as const;
    expect(compare({ goals: [{ ...goalOf(1), target }] }, [open])[0]?.now.why).toEqual({
      kind: 'noDate',
      goalId: '1h',
      field: 'duedate',
    });
  });

  it('says when it has not started', () => {
    const start: MetricDefinition['start'] = [{ on: 'changed', field: 'status', to: ['Work'] }];
    expect(compare({ start }, [open])[0]?.now.why).toEqual({ kind: 'notStarted', start });
  });
});
