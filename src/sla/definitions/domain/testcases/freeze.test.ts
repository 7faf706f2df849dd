import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { definitionsArb, historyArb, instantArb, zoneArb } from '../../../engine/testing/arbitrary';
import {
  at,
  commentAt,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  is,
  metricOf,
  statusAt,
} from '../../../engine/testing/build';
import type { Fact, SlaTestCase } from '../../../engine/model';
import { freezeTest } from './freeze';
import { runTests } from './run-tests';
import { failureText } from '../../../cli/failure-text';

const source = (facts: readonly Fact[], now: string) => ({
  id: 't',
  name: 'HELP-1',
  zone: 'Europe/Berlin',
  history: historyOf('2026-06-01T10:00', facts, {
    assignee: ['anna'],
    priority: ['High'],
    summary: ['Help'],
  }),
  now: at(now),
});

describe('a test case made of an issue', () => {
  it('is green, whatever happened to the issue and whenever it is looked at', () => {
    fc.assert(
      fc.property(definitionsArb, historyArb, instantArb, zoneArb, (definitions, history, later, zone) => {
        const metric = definitions.metrics[0]!;
        const now = Math.max(later, history.createdAt);
        const test = freezeTest({ id: 't', name: 'real', zone, history, now }, metric, definitions);
        const results = runTests(definitions, { ...metric, tests: [test as SlaTestCase] });
        expect(results.map(failureText)).toEqual(['']);
      }),
    );
  });

  it('keeps what the metric looks at, and nobody who did it', () => {
    const metric = metricOf({ goals: [goalOf(2, is('priority', 'High')), goalOf(8)] });
    const facts = [
      fieldAt('2026-06-01T10:30', 'assignee', ['boris'], ['anna']),
      commentAt('2026-06-01T10:40', 'agent'),
      statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
      statusAt('2026-06-01T14:00', 'Waiting', 'Open'),
      statusAt('2026-06-09T14:00', 'Open', 'Done'),
    ];
    const test = freezeTest(source(facts, '2026-06-01T15:00'), metric, definitionsOf(metric));
    expect(test).toEqual({
      id: 't',
      name: 'HELP-1',
      zone: 'Europe/Berlin',
      createdAt: '2026-06-01T10:00',
      fields: { status: ['Open'], priority: ['High'] },
      events: [
        { kind: 'change', at: '2026-06-01T11:00', changes: [{ field: 'status', to: ['Waiting'] }] },
        { kind: 'change', at: '2026-06-01T14:00', changes: [{ field: 'status', to: ['Open'] }] },
      ],
      at: '2026-06-01T15:00',
      expect: {
        state: 'RUNNING',
        breached: false,
        due: '2026-06-01T15:00',
        elapsedMs: 7_200_000,
        goalId: '2h',
      },
    });
  });

  it('keeps comments only where the metric listens to them', () => {
    const metric = metricOf({ stop: [{ on: 'commented', by: ['agent'], audience: 'public' }] });
    const facts = [commentAt('2026-06-01T10:40', 'requester'), commentAt('2026-06-01T11:00', 'agent')];
    const test = freezeTest(source(facts, '2026-06-01T15:00'), metric, definitionsOf(metric));
    expect(test?.events).toHaveLength(2);
    expect(test?.expect.state).toBe('MET');
  });

  it('is refused when too much happened', () => {
    const metric = metricOf();
    const facts = Array.from({ length: 201 }, (_, index) =>
      statusAt(`2026-06-02T10:${String(index % 60).padStart(2, '0')}`, 'Open', `S${index}`),
    );
    expect(freezeTest(source(facts, '2026-06-03T15:00'), metric, definitionsOf(metric))).toBeNull();
  });
});
