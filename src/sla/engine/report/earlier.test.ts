import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fact, IssueHistory, MetricResult, RevisionScope, SlaDefinitions } from '../model';
import { definitionsArb, historyArb, instantArb } from '../testing/arbitrary';
import { at, definitionsOf, goalOf, HOUR, metricOf, statusAt } from '../testing/build';
import { KEPT_CYCLES, withoutEarlier } from './earlier';
import { dueEscalations, nextInstants } from '../replay/escalation';
import { inOrder } from '../machine/facts';
import { replaced } from '../revisions/former';
import { advance, continues, open, reportOf, stateOf } from '../replay/replay';
import type { SlaState } from '../machine/state';

const stored = (definitions: SlaDefinitions, state: SlaState): SlaState =>
  withoutEarlier(state, reportOf(definitions, state, state.lastFact?.[0] ?? state.createdAt).metrics);

/** Facts that open and close many cycles, between those of the random history. */
const busyArb = fc
  .tuple(historyArb, fc.array(fc.constantFrom('Open', 'Done', 'Done', 'Open', 'Waiting'), { maxLength: 40 }))
  .map(([history, statuses]): IssueHistory => {
    const moves = statuses.map((to, n): Fact => ({
      kind: 'change',
      at: history.createdAt + (n + 1) * 26 * HOUR,
      id: `${1000 + n}`,
      by: null,
      changes: [{ field: 'status', from: [], to: [to] }],
    }));
    return { ...history, facts: [...history.facts, ...moves] };
  });

const essence = ({ earlier: _earlier, completedCycles: _cycles, ...rest }: MetricResult) => rest;

describe('a state without its earlier cycles', () => {
  it('goes on as the whole would, fact by fact', () => {
    fc.assert(
      fc.property(definitionsArb, busyArb, instantArb, (definitions, { facts, ...head }, now) => {
        let whole = open(definitions, head);
        let short = stored(definitions, whole);
        for (const fact of inOrder(facts)) {
          whole = advance(definitions, whole, [fact]);
          short = stored(definitions, advance(definitions, short, [fact]));
          expect(short).toEqual(stored(definitions, whole));
        }
        const asOf = Math.max(now, whole.lastFact?.[0] ?? 0);
        expect(nextInstants(definitions, short, asOf)).toEqual(nextInstants(definitions, whole, asOf));
        expect(dueEscalations(definitions, short, asOf, new Set())).toEqual(
          dueEscalations(definitions, whole, asOf, new Set()),
        );
        const [left, right] = [reportOf(definitions, short, asOf), reportOf(definitions, whole, asOf)];
        expect(left.metrics.map(essence)).toEqual(right.metrics.map(essence));
      }),
      { numRuns: 80 },
    );
  });

  it('goes on as the whole would through changes of the definitions', () => {
    const scopes = fc.constantFrom<RevisionScope>('new', 'future', 'replay');
    const given = fc.tuple(definitionsArb, definitionsArb, busyArb, instantArb);
    fc.assert(
      fc.property(given, scopes, fc.nat(40), ([before, after, history, until], scope, size) => {
        const former = replaced(before, after, until, scope);
        const definitions = { ...after, version: 2, former: former === null ? [] : [former] };
        const facts = inOrder(history.facts);
        let whole = stateOf(definitions, { ...history, facts: facts.slice(0, size) });
        let short = stored(definitions, whole);
        const late = facts.slice(size);
        if (!continues(definitions, whole, late)) return;
        for (const fact of late) {
          whole = advance(definitions, whole, [fact]);
          short = stored(definitions, advance(definitions, short, [fact]));
        }
        expect(short).toEqual(stored(definitions, whole));
        const asOf = Math.max(until, whole.lastFact?.[0] ?? 0) + 50 * HOUR;
        expect(nextInstants(definitions, short, asOf)).toEqual(nextInstants(definitions, whole, asOf));
        expect(reportOf(definitions, short, asOf).metrics.map(essence)).toEqual(
          reportOf(definitions, whole, asOf).metrics.map(essence),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('accounts for every cycle once', () => {
    fc.assert(
      fc.property(definitionsArb, busyArb, (definitions, { facts, ...head }) => {
        const whole = advance(definitions, open(definitions, head), facts);
        const asOf = whole.lastFact?.[0] ?? 0;
        const short = reportOf(definitions, stored(definitions, whole), asOf);
        reportOf(definitions, whole, asOf).metrics.forEach((metric, place) => {
          const { earlier, completedCycles } = short.metrics[place]!;
          const kept = new Set(completedCycles.map(({ n }) => n));
          const dropped = metric.completedCycles.filter(({ n }) => !kept.has(n));
          const { met = 0, breached = 0, cancelled = 0, excused = 0, elapsedMs = 0 } = earlier ?? {};
          expect(met + breached + cancelled + excused).toBe(dropped.length);
          expect(breached).toBe(dropped.filter(({ state }) => state === 'BREACHED_STOPPED').length);
          expect(elapsedMs).toBe(
            dropped.reduce((sum, each) => sum + (each.state === 'CANCELLED' ? 0 : each.elapsedMs), 0),
          );
        });
      }),
      { numRuns: 80 },
    );
  });

  it('stays small however often a metric starts again, and remembers that it was ever breached', () => {
    const definitions = definitionsOf(
      metricOf({
        start: [{ on: 'created' }, { on: 'changed', field: 'status', to: ['Open'] }],
        goals: [goalOf(4)],
      }),
    );
    const createdAt = at('2026-06-01T09:00');
    let state = open(definitions, {
      issueId: '1',
      issueKey: 'A-1',
      createdAt,
      reporter: null,
      initial: { status: ['Open'] },
    });
    for (let day = 0; day < 1000; day += 1) {
      const when = new Date(createdAt + day * 24 * HOUR).toISOString();
      const done = statusAt(new Date(createdAt + day * 24 * HOUR + 5 * HOUR).toISOString(), 'Open', 'Done');
      state = stored(definitions, advance(definitions, state, [statusAt(when, 'Done', 'Open'), done]));
    }
    expect(state.runs[0]?.cycles).toHaveLength(KEPT_CYCLES + 1);
    expect(JSON.stringify(state).length).toBeLessThan(900);
    const [metric] = reportOf(definitions, state, state.lastFact?.[0] ?? 0).metrics;
    expect(metric).toMatchObject({ state: 'MET', everBreached: true, earlier: { cancelled: 0, excused: 0 } });
    const { met = 0, breached = 0 } = metric?.earlier ?? {};
    expect(met + breached).toBe(1000 - KEPT_CYCLES - 1);
    // In summer the office opens an hour before the work stops being on time; weekends count nothing.
    expect(breached).toBeGreaterThan(400);
  });
});
