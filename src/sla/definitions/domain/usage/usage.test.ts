import { describe, expect, it } from '@jest/globals';
import { advance, open } from '../../../engine/replay/replay';
import type { SlaState } from '../../../engine/machine/state';
import type { Fact, IssueHistory, SlaDefinitions } from '../../../engine/model';
import { at, definitionsOf, goalOf, historyOf, is, metricOf, statusAt } from '../../../engine/testing/build';
import { metricsWithoutGoal } from './no-goal';
import { deadReferences } from './references';
import { usageCounter, unmatchedGoals } from './usage';

const NOW = at('2026-10-20T12:00');
const definitions = definitionsOf(metricOf({ goals: [goalOf(2, is('priority', 'High')), goalOf(8)] }));

const stateOf = (history: IssueHistory, of: SlaDefinitions = definitions): SlaState =>
  advance(of, open(of, history), history.facts);
const issue = (created: string, facts: readonly Fact[] = [], priority = 'Low') =>
  historyOf(created, facts, { priority: [priority] });
const usageOf = (...states: readonly SlaState[]) => {
  const counts = usageCounter(definitions, NOW);
  for (const state of states) counts.take(state, definitions);
  return counts.findings();
};

describe('what the records say is used', () => {
  it('counts cycles of the last ninety days by their goal', () => {
    const { goals } = usageOf(
      stateOf(issue('2026-10-01T10:00')),
      stateOf(issue('2026-09-01T10:00', [statusAt('2026-09-01T11:00', 'Open', 'Done')])),
      stateOf(issue('2026-01-01T10:00')),
    );
    expect(goals).toEqual([{ metricId: 'm', goalId: '8h', count: 2 }]);
  });

  it('knows a goal by its id, whichever version of the metric chose it', () => {
    const former = definitionsOf(metricOf({ goals: [goalOf(8)] }), { version: 0 });
    const counts = usageCounter(definitions, NOW);
    const state = stateOf(issue('2026-10-01T10:00'), former);
    counts.take(state, former);
    counts.take(state, null);
    expect(counts.findings().goals).toEqual([{ metricId: 'm', goalId: '8h', count: 1 }]);
  });

  it('counts due times of next year by calendar, each work item once', () => {
    const long = definitionsOf(metricOf({ goals: [goalOf(1000)] }));
    const counts = usageCounter(long, NOW);
    counts.take(stateOf(issue('2026-10-19T10:00'), long), long);
    counts.take(
      stateOf(issue('2026-10-19T10:00', [statusAt('2026-10-19T11:00', 'Open', 'Done')]), long),
      long,
    );
    expect(counts.findings().dueNextYear).toEqual([{ calendarId: 'berlin', count: 1 }]);
  });

  it('finds what has been paused for more than ten days', () => {
    const paused = (when: string) => stateOf(issue('2026-10-01T10:00', [statusAt(when, 'Open', 'Waiting')]));
    const { longPaused } = usageOf(paused('2026-10-05T10:00'), paused('2026-10-15T10:00'));
    expect(longPaused).toEqual([{ metricId: 'm', count: 1, keys: ['HELP-1'] }]);
  });
});

describe('a goal nobody matched', () => {
  const count = (n: number, goalId = '8h') => ({ metricId: 'm', goalId, count: n });

  it('is named once its metric has been busy enough', () => {
    expect(unmatchedGoals(definitions, [count(10)])).toEqual([{ metricId: 'm', goalId: '2h', others: 10 }]);
    expect(unmatchedGoals(definitions, [count(9)])).toEqual([]);
    expect(unmatchedGoals(definitions, [count(10), count(1, '2h')])).toEqual([]);
  });

  it('is no news for a metric that is switched off', () => {
    expect(unmatchedGoals(definitionsOf(metricOf({ active: false })), [count(10, 'x')])).toEqual([]);
  });
});

describe('a metric without a goal for an issue', () => {
  const only = metricOf({ scope: is('type', 'bug'), goals: [goalOf(2, is('priority', 'High'))] });

  it('is found by the issue’s fields of today', () => {
    const of = definitionsOf(only);
    expect(metricsWithoutGoal(of, { type: ['bug'], priority: ['Low'] })).toEqual([only]);
    expect(metricsWithoutGoal(of, { type: ['bug'], priority: ['High'] })).toEqual([]);
    expect(metricsWithoutGoal(of, { type: ['task'], priority: ['Low'] })).toEqual([]);
    expect(metricsWithoutGoal(definitions, { priority: ['Low'] })).toEqual([]);
  });
});

describe('what a metric names in Jira', () => {
  const known = {
    projects: new Set(['1']),
    statuses: new Set(['10']),
    fields: new Set(['customfield_1', 'priority']),
    groups: new Set(['duty']),
  };
  const metric = metricOf({
    scope: { all: [is('projectId', '1', '2'), { not: is('customfield_9', 'x') }] },
    start: [{ on: 'created' }],
    stop: [
      { on: 'changed', field: 'status', to: ['10', '11'], and: is('status', '12') },
      { on: 'commented', by: ['agent'], audience: 'public', groups: ['duty', 'doty'] },
    ],
    pause: [{ reason: 'requester', when: { any: [is('status', '13'), is('customfield_1', 'y')] } }],
  });

  it('is told when it is gone, wherever it is named', () => {
    expect(deadReferences(metric, known)).toEqual(
      expect.arrayContaining([
        { kind: 'project', id: '2' },
        { kind: 'status', id: '11' },
        { kind: 'status', id: '12' },
        { kind: 'status', id: '13' },
        { kind: 'field', id: 'customfield_9' },
        { kind: 'group', id: 'doty' },
      ]),
    );
    expect(deadReferences(metric, known)).toHaveLength(6);
  });

  it('is told when a space with goals of its own is gone', () => {
    const spaces = ['1', '7'].map((id) => ({ id, goals: [goalOf(1, undefined, id)] }));
    expect(deadReferences(metricOf({ spaces }), known)).toContainEqual({ kind: 'project', id: '7' });
    expect(deadReferences(metricOf({ spaces }), known)).not.toContainEqual({ kind: 'project', id: '1' });
  });
});
