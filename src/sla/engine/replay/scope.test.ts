import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { IssueHistory, MetricDefinition } from '../model';
import { historyArb, instantArb } from '../testing/arbitrary';
import { cycleOf, resultOf } from '../testing/ask';
import {
  at,
  becomes,
  changeAt,
  commentAt,
  definitionsOf,
  fieldAt,
  goalOf,
  HOUR,
  is,
  metricOf,
  statusAt,
} from '../testing/build';
import { replay } from './replay';

const scope = is('issuetype', 'Incident');
const task = { issuetype: ['Task'] };
const incident = { issuetype: ['Incident'] };
const becomesIncident = fieldAt('2026-06-01T11:00', 'issuetype', ['Incident'], ['Task']);
const becomesTask = fieldAt('2026-06-01T10:30', 'issuetype', ['Task'], ['Incident']);

describe('a work item that comes into the scope after its creation', () => {
  it('is measured from when it came, and says so', () => {
    const metric = resultOf({ scope }, [becomesIncident], '2026-06-01T12:00', task);
    expect(metric).toMatchObject({ state: 'RUNNING', ongoingCycle: { startTime: at('2026-06-01T11:00') } });
    expect(metric.events).toMatchObject([{ action: 'start', cause: { rule: 'scopeEntered' } }]);
  });

  it('is measured from its creation when starts are dated from it', () => {
    const cycle = cycleOf({ scope, startFromField: 'created' }, [becomesIncident], '2026-06-01T12:00', task);
    expect(cycle).toMatchObject({ startTime: at('2026-06-01T10:00'), elapsedMs: 2 * HOUR });
  });

  it('is not measured when it was done before it came', () => {
    const done = statusAt('2026-06-01T10:20', 'Open', 'Done');
    expect(resultOf({ scope }, [done, becomesIncident], '2026-06-01T12:00', task).state).toBe('NOT_STARTED');
  });

  it('waits with a start that happened outside, unless that was a state which is over', () => {
    const work = statusAt('2026-06-01T10:20', 'Open', 'Work');
    const start = [becomes('status', 'Work')];
    expect(resultOf({ scope, start }, [work, becomesIncident], '2026-06-01T12:00', task).state).toBe(
      'RUNNING',
    );
    const back = statusAt('2026-06-01T10:40', 'Work', 'Open');
    const cancel = { when: 'startNoLongerHolds' } as const;
    const over = resultOf({ scope, start, cancel }, [work, back, becomesIncident], '2026-06-01T12:00', task);
    expect(over.state).toBe('NOT_STARTED');
  });

  it('stops in the very entry that brings it in', () => {
    const both = changeAt(
      '2026-06-01T11:00',
      { field: 'issuetype', from: ['Task'], to: ['Incident'] },
      { field: 'status', from: ['Open'], to: ['Done'] },
    );
    expect(resultOf({ scope }, [both], '2026-06-01T12:00', task).state).toBe('NOT_STARTED');
  });
});

describe('a work item that leaves the scope and comes back', () => {
  it('is measured again from then', () => {
    const metric = resultOf({ scope }, [becomesTask, becomesIncident], '2026-06-01T12:00', incident);
    expect(metric.completedCycles).toMatchObject([{ state: 'CANCELLED' }]);
    expect(metric.ongoingCycle).toMatchObject({ n: 2, startTime: at('2026-06-01T11:00') });
  });

  it('is not when it was answered meanwhile', () => {
    const stop = [{ on: 'commented', by: ['agent'], audience: 'public' }] as const;
    const facts = [becomesTask, commentAt('2026-06-01T10:45', 'agent'), becomesIncident];
    expect(resultOf({ scope, stop }, facts, '2026-06-01T12:00', incident).state).toBe('CANCELLED');
  });

  it('stays met when it had been met, also if a reset came while it was outside', () => {
    const done = statusAt('2026-06-01T10:15', 'Open', 'Done');
    const reset = { on: [becomes('phase', '2')], finished: 'restart' as const };
    const phase = fieldAt('2026-06-01T10:45', 'phase', ['2']);
    const metric = resultOf({ scope, reset }, [done, becomesTask, phase], '2026-06-01T12:00', incident);
    expect(metric.state).toBe('MET');
  });

  it('goes on as the same cycle when a sum had been stopped and was started again outside', () => {
    const start = [{ on: 'created' }, becomes('status', 'Open')] as const;
    const facts = [
      statusAt('2026-06-01T10:15', 'Open', 'Done'),
      becomesTask,
      statusAt('2026-06-01T10:45', 'Done', 'Open'),
      becomesIncident,
    ];
    const cycle = cycleOf({ scope, start, method: 'sum' }, facts, '2026-06-01T12:00', incident);
    expect(cycle).toMatchObject({ n: 1, state: 'RUNNING', elapsedMs: 1.25 * HOUR });
  });
});

describe('a scope and a condition of every goal', () => {
  /** Cycles that ended with the scope are told, those that ended for want of a goal are not. */
  const measured = (parts: Partial<MetricDefinition>, history: IssueHistory, now: number) =>
    replay(definitionsOf(metricOf(parts)), history, Math.max(now, history.createdAt))
      .metrics.flatMap(({ completedCycles, ongoingCycle }) => [
        ...completedCycles,
        ...(ongoingCycle ? [ongoingCycle] : []),
      ])
      .filter(({ state }) => state !== 'CANCELLED')
      .map(({ n, startTime, stopTime, state, elapsedMs, dueTime }) => [
        n,
        startTime,
        stopTime,
        state,
        elapsedMs,
        dueTime,
      ]);

  /** An entry that also stops ends a cycle by its stop, unless it leaves the scope: a difference that is meant. */
  const oneAtATime = (history: IssueHistory): IssueHistory => ({
    ...history,
    facts: history.facts.map((fact) =>
      fact.kind === 'change' ? { ...fact, changes: fact.changes.slice(0, 1) } : fact,
    ),
  });

  it('that say the same measure the same', () => {
    const inSpace = is('projectId', 'IT');
    const start = [{ on: 'created' }, { on: 'changed', field: 'status', to: ['Open'] }] as const;
    fc.assert(
      fc.property(historyArb.map(oneAtATime), instantArb, (history, now) => {
        const asScope = measured({ start, scope: inSpace }, history, now);
        expect(asScope).toEqual(measured({ start, goals: [goalOf(8, inSpace)] }, history, now));
      }),
      { numRuns: 250 },
    );
  });
});
