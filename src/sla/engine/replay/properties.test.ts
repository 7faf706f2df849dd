import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Cycle, Fact, IssueHistory, SlaDefinitions, SlaReport } from '../model';
import { definitionsArb, historyArb, instantArb } from '../testing/arbitrary';
import { inOrder } from '../machine/facts';
import { advance, open, replay, reportOf } from './replay';
import type { SlaState } from '../machine/state';

const runs = { numRuns: 250 };
const given = fc.tuple(definitionsArb, historyArb, instantArb);

const cyclesOf = (report: SlaReport): readonly Cycle[] =>
  report.metrics.flatMap((metric) => [
    ...metric.completedCycles,
    ...(metric.ongoingCycle ? [metric.ongoingCycle] : []),
  ]);

const traced = (definitions: SlaDefinitions, history: IssueHistory, now: number): readonly Cycle[] =>
  cyclesOf(replay(definitions, history, now, { trace: true }));

const lengthOf = (cycle: Cycle, ...types: readonly string[]): number =>
  cycle.segments
    .filter((each) => types.includes(each.type))
    .reduce((sum, each) => sum + (each.to ?? 0) - each.from, 0);

const endOf = (cycle: Cycle, now: number): number => cycle.stopTime ?? Math.max(now, cycle.startTime);

describe('replay', () => {
  it('covers a cycle with segments from its start to its end, none overlapping', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        for (const cycle of traced(definitions, history, now)) {
          expect(lengthOf(cycle, 'running', 'paused', 'offHours')).toBe(endOf(cycle, now) - cycle.startTime);
          cycle.segments.forEach((segment, i) =>
            expect(segment.from).toBe(cycle.segments[i - 1]?.to ?? cycle.startTime),
          );
        }
      }),
      runs,
    );
  });

  it('counts as elapsed what ran, as actual elapsed what was not pause, as paused the rest', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        for (const cycle of traced(definitions, history, now)) {
          expect(lengthOf(cycle, 'running')).toBe(cycle.elapsedMs);
          expect(lengthOf(cycle, 'running', 'offHours')).toBe(cycle.actualElapsedMs);
          expect(lengthOf(cycle, 'paused')).toBe(cycle.pausedMs);
          expect(cycle.elapsedMs).toBeLessThanOrEqual(cycle.actualElapsedMs);
        }
      }),
      runs,
    );
  });

  it('breaches exactly when the end, or now, is later than due and grace', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        for (const metric of replay(definitions, history, now).metrics) {
          const grace = definitions.metrics.find((each) => each.id === metric.id)?.graceMs ?? 0;
          for (const cycle of [
            ...metric.completedCycles,
            ...(metric.ongoingCycle ? [metric.ongoingCycle] : []),
          ]) {
            const late = cycle.dueTime !== undefined && endOf(cycle, now) > cycle.dueTime + grace;
            const atChange = late && cycle.breachTime === undefined;
            if (!atChange) expect(cycle.breached).toBe(late);
          }
        }
      }),
      runs,
    );
  });

  it('does not depend on the order in which facts arrive, nor on how often', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        const shuffled = {
          ...history,
          facts: [...history.facts].reverse().concat(history.facts.slice(0, 3)),
        };
        expect(replay(definitions, shuffled, now)).toEqual(replay(definitions, history, now));
      }),
      runs,
    );
  });

  it('says the same with and without a trace, apart from the trace', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        const plain = replay(definitions, history, now);
        const full = JSON.stringify(
          replay(definitions, history, now, { trace: true }),
          (key, value: unknown) =>
            key === 'idle' ? undefined : key === 'segments' || key === 'events' ? [] : value,
        );
        expect(JSON.parse(full)).toEqual(JSON.parse(JSON.stringify(plain)));
      }),
      runs,
    );
  });
});

const pieces = (facts: readonly Fact[], sizes: readonly number[]): readonly (readonly Fact[])[] => {
  const parts: (readonly Fact[])[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(facts.slice(at, at + size));
    at += size;
  }
  return [...parts, facts.slice(at)];
};

const stored = (state: SlaState): SlaState => JSON.parse(JSON.stringify(state)) as SlaState;

describe('a stored state', () => {
  it('continued piece by piece gives what a replay of everything gives', () => {
    fc.assert(
      fc.property(
        given,
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 }),
        ([definitions, history], sizes) => {
          const facts = inOrder(history.facts);
          const now = Math.max(history.createdAt, facts.at(-1)?.at ?? 0) + 50 * 3_600_000;
          let state = stored(open(definitions, history));
          for (const part of pieces(facts, sizes)) state = stored(advance(definitions, state, part));
          expect(reportOf(definitions, state, now)).toEqual(replay(definitions, history, now));
        },
      ),
      runs,
    );
  });

  it('is left as it was by advance and report', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        const state = open(definitions, history);
        const before = JSON.stringify(state);
        advance(definitions, state, history.facts);
        reportOf(definitions, state, Math.max(now, history.createdAt));
        expect(JSON.stringify(state)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});
