import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cyclesOf } from '../../../src/sla/engine/model/cycles-of';
import { replay } from '../../../src/sla/engine';
import type { Cycle, IssueHistory, MetricResult, Segment } from '../../../src/sla/engine/model';
import { definitionsArb, historyArb, instantArb } from '../../../src/sla/engine/testing/arbitrary';
import { axisOf, type Axis, type Band, placedMarks, within } from './axis';
import { idleUpdates, stepsOf } from './steps';

const segment = (from: number, to: number | undefined, type: Segment['type'], factId: string): Segment => ({
  from,
  to,
  type,
  holder: { assignee: null, group: null },
  status: null,
  calendarId: null,
  cause: { factId, because: { rule: 'holderChanged' } },
  ...(type === 'paused' ? { reason: 'requester' } : {}),
});
const cycleOf = (segments: readonly Segment[], over: object = {}): Cycle =>
  ({ n: 1, startTime: 0, segments, state: 'RUNNING', ...over }) as unknown as Cycle;
const looks = ({ bands }: Axis) => bands.map((band) => [band.kind, band.from, band.to, band.late]);

describe('the axis of a cycle', () => {
  const segments = [
    segment(0, 10, 'running', '1'),
    segment(10, 30, 'offHours', '1'),
    segment(30, 40, 'running', '1'),
    segment(40, 60, 'paused', '2'),
  ];

  it('reaches from the start to the due time, and marks now between', () => {
    const axis = axisOf(cycleOf(segments, { dueTime: 90 }), 60);
    expect(looks(axis)).toEqual([
      ['running', 0, 10, false],
      ['offHours', 10, 30, false],
      ['running', 30, 40, false],
      ['paused', 40, 60, false],
      ['ahead', 60, 90, false],
    ]);
    expect(axis.marks).toEqual([
      { at: 0, kinds: ['started'] },
      { at: 60, kinds: ['now'] },
      { at: 90, kinds: ['due'] },
    ]);
  });

  it('is late from the breach on, with due and breach as one moment where there is no grace', () => {
    const axis = axisOf(
      cycleOf(segments, { dueTime: 35, breachTime: 35, stopTime: 60, state: 'BREACHED_STOPPED' }),
      99,
    );
    expect(looks(axis).slice(2)).toEqual([
      ['running', 30, 35, false],
      ['running', 35, 40, true],
      ['paused', 40, 60, true],
    ]);
    expect(axis.marks.slice(1)).toEqual([
      { at: 35, kinds: ['due', 'breached'] },
      { at: 60, kinds: ['missed'] },
    ]);
  });

  it('tells while paused when it would be due, and nothing of a due time once cancelled', () => {
    const paused = axisOf(cycleOf(segments, { dueIfResumedNow: 80, state: 'PAUSED' }), 60);
    expect(paused.marks.at(-1)).toEqual({ at: 80, kinds: ['dueIfResumed'] });
    const cancelled = axisOf(cycleOf(segments, { dueTime: 80, stopTime: 60, state: 'CANCELLED' }), 70);
    expect([cancelled.to, cancelled.marks.at(-1)?.kinds]).toEqual([60, ['cancelled']]);
  });

  it('shows a part of itself, with what counted in it', () => {
    const part = within(axisOf(cycleOf(segments, { dueTime: 90 }), 60), { from: 5, to: 35 });
    expect(part.bands.map((band) => [band.from, band.to, band.countedMs])).toEqual([
      [5, 10, 5],
      [10, 30, 0],
      [30, 35, 5],
    ]);
    expect(part.marks).toEqual([]);
  });

  it('takes days and the nights between as one where there are too many to be told apart', () => {
    const long = Array.from({ length: 100 }, (_, i) =>
      segment(i, i + 1, i % 2 ? 'offHours' : 'running', i < 50 ? '1' : '2'),
    );
    const axis = axisOf(cycleOf(long), 100);
    expect(within(axis, axis).bands.map((band) => [band.kind, band.from, band.to, band.countedMs])).toEqual([
      ['running', 0, 50, 25],
      ['running', 50, 100, 25],
    ]);
  });
});

const given = fc.tuple(definitionsArb, historyArb, instantArb);
const everyCycle = (
  check: (cycle: Cycle, metric: MetricResult, history: IssueHistory, now: number) => void,
): void =>
  fc.assert(
    fc.property(given, ([definitions, history, now]) => {
      for (const metric of replay(definitions, history, now, { trace: true }).metrics)
        for (const cycle of cyclesOf(metric)) check(cycle, metric, history, now);
    }),
    { numRuns: 60 },
  );
const sum = (bands: readonly Band[], of: (band: Band) => number): number =>
  bands.reduce((all, band) => all + of(band), 0);

describe('the axis of whatever the engine says', () => {
  it('is covered by its bands without gap or overlap, whole and in part, with every mark on it', () => {
    everyCycle((cycle, _metric, _history, now) => {
      const axis = axisOf(cycle, now);
      const half = { from: axis.from, to: Math.floor((axis.from + axis.to) / 2) };
      for (const { from, to, bands, marks } of [axis, within(axis, axis), within(axis, half)]) {
        bands.forEach((band, i) => expect(band.from).toBe(bands[i - 1]?.to ?? from));
        expect(bands.at(-1)?.to ?? from).toBe(to);
        for (const { at } of marks) expect(from <= at && at <= to).toBe(true);
      }
    });
  });

  it('counts, pauses and is late as the report says', () => {
    everyCycle((cycle, _metric, _history, now) => {
      const axis = axisOf(cycle, now);
      for (const { bands } of [axis, within(axis, axis)]) {
        const lasting = (kind: Band['kind']) =>
          sum(bands, (band) => (band.kind === kind ? band.to - band.from : 0));
        expect(sum(bands, (band) => band.countedMs)).toBe(cycle.elapsedMs);
        expect(lasting('paused')).toBe(cycle.pausedMs);
        for (const band of bands) expect(band.late).toBe(band.from >= (cycle.breachTime ?? Infinity));
      }
    });
  });

  it('has each step in one of its cycles, and no update among them that a step followed from', () => {
    fc.assert(
      fc.property(given, ([definitions, history, now]) => {
        for (const metric of replay(definitions, history, now, { trace: true }).metrics) {
          const cycles = cyclesOf(metric);
          const told = cycles.flatMap((cycle) => stepsOf(metric, cycle, history));
          if (cycles.length > 0) expect(told).toHaveLength(metric.events.length);
          const causes = new Set(metric.events.map(({ factId }) => factId));
          for (const cycle of cycles)
            for (const { id } of idleUpdates(metric, cycle, history)) expect(causes.has(id)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('labels above an axis', () => {
  it('stand in rows of two sides, so that no line crosses a label', () => {
    const marks = [0, 40, 55, 100].map((moment) => ({ at: moment, kinds: [] }));
    const placed = placedMarks({ from: 0, to: 100, bands: [], marks });
    expect(placed.map(({ at, side, row }) => [at, side, row])).toEqual([
      [0, 'left', 1],
      [40, 'left', 0],
      [55, 'right', 0],
      [100, 'right', 1],
    ]);
  });
});
