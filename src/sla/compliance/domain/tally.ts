/** What the cycles of a metric came to within a period. */
import type * as v from 'valibot';
import { cyclesOf } from '../../engine/model/cycles-of';
import type { Cycle, EarlierCycles, Instant, MetricResult } from '../../engine/model';
import type { tallySchema } from './period-schema';

export type Tally = Readonly<v.InferOutput<typeof tallySchema>>;

export const NO_TALLY: Tally = { met: 0, breached: 0, excused: 0, cancelled: 0, open: 0, undated: 0 };

export const addTally = (left: Tally, right: Tally): Tally => ({
  met: left.met + right.met,
  breached: left.breached + right.breached,
  excused: left.excused + right.excused,
  cancelled: left.cancelled + right.cancelled,
  open: left.open + right.open,
  undated: left.undated + right.undated,
});

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const verdictOf = ({ state, excused, breached }: Cycle): 'met' | 'breached' | 'excused' | 'cancelled' => {
  if (state === 'CANCELLED') return 'cancelled';
  if (excused !== undefined) return 'excused';
  return breached ? 'breached' : 'met';
};

/** A metric that is judged by its last cycle counts no earlier one. */
const counting = (metric: MetricResult, cycles: readonly Cycle[]): readonly Cycle[] =>
  metric.method === 'last' ? cycles.slice(-1) : cycles;

/** The first of the cycles that follow one another up to the last: what a record left out came before it. */
const afterTheGap = (cycles: readonly Cycle[]): Cycle | undefined => {
  let first = cycles.length - 1;
  while (first > 0 && (cycles[first - 1]?.n ?? 0) === (cycles[first]?.n ?? 0) - 1) first -= 1;
  return cycles[first];
};

const countOf = ({ met, breached, excused, cancelled }: EarlierCycles): number =>
  met + breached + excused + cancelled;

/** A stored state keeps the last cycles only. Those before them stopped no later than the next one began. */
const undatedOf = (metric: MetricResult, cycles: readonly Cycle[], { from }: Span): number => {
  if (metric.earlier === undefined || metric.method === 'last') return 0;
  const next = afterTheGap(cycles);
  return next !== undefined && next.startTime < from ? 0 : countOf(metric.earlier);
};

/** A cycle under way that was late before the period ended. */
const isLate = ({ breached, excused, breachTime, startTime }: Cycle, { to }: Span): boolean =>
  breached && excused === undefined && (breachTime ?? startTime) < to;

/** What one metric of one work item adds to a period, as of a report. */
export function tallyOf(metric: MetricResult, period: Span): Tally {
  const cycles = cyclesOf(metric);
  const tally = { ...NO_TALLY };
  for (const cycle of counting(metric, cycles)) {
    if (cycle.stopTime === undefined) tally.open += isLate(cycle, period) ? 1 : 0;
    else if (cycle.stopTime >= period.from && cycle.stopTime < period.to) tally[verdictOf(cycle)] += 1;
  }
  return { ...tally, undated: undatedOf(metric, cycles, period) };
}
