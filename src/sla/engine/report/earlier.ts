/** A stored state keeps the last cycles of a metric and what the earlier ones came to: it must stay small for years. */
import type { Cycle, EarlierCycles, MetricResult } from '../model';
import type { EarlierTotals, SlaState, StoredCycle, StoredRun } from '../machine/state';

/** The last cycles that are kept whole; an event can only touch the last. */
export const KEPT_CYCLES = 4;

const NONE: EarlierTotals = [0, 0, 0, 0, 0, 0];

/** Totals in words. */
export const earlierOf = (totals: EarlierTotals | undefined): EarlierCycles | undefined => {
  if (totals === undefined) return undefined;
  const [met, breached, cancelled, excused, everBreached, elapsedMs] = totals;
  return { met, breached, cancelled, excused, everBreached: everBreached === 1, elapsedMs };
};

const plus = (totals: EarlierTotals, stored: StoredCycle, cycle: Cycle | undefined): EarlierTotals => {
  // A cycle that ended for want of a goal is in no report.
  if (cycle === undefined) return totals;
  const [met, breached, cancelled, excused, everBreached, elapsedMs] = totals;
  const isCancelled = cycle.state === 'CANCELLED';
  const isExcused = !isCancelled && cycle.excused !== undefined;
  const isBreached = !isCancelled && !isExcused && cycle.breached;
  return [
    met + (isCancelled || isExcused || isBreached ? 0 : 1),
    breached + (isBreached ? 1 : 0),
    cancelled + (isCancelled ? 1 : 0),
    excused + (isExcused ? 1 : 0),
    everBreached === 1 || cycle.breached || stored.eb === 1 ? 1 : 0,
    elapsedMs + (isCancelled ? 0 : cycle.elapsedMs),
  ];
};

/** The first cycle that counts stays, as it judges a metric of method `first`. */
const keeps = (run: StoredRun): ((cycle: StoredCycle, place: number) => boolean) => {
  const first = run.y.find(({ x }) => x === undefined);
  return (cycle, place) => cycle === first || place >= run.y.length - KEPT_CYCLES;
};

const shortened = (run: StoredRun, result: MetricResult | undefined): StoredRun => {
  if (run.y.length <= KEPT_CYCLES || result === undefined) return run;
  const isKept = keeps(run);
  const y = run.y.filter(isKept);
  if (y.length === run.y.length) return run;
  const reported = new Map(result.completedCycles.map((cycle) => [cycle.n, cycle]));
  const dropped = run.y.filter((cycle, place) => !isKept(cycle, place));
  const h = dropped.reduce((totals, cycle) => plus(totals, cycle, reported.get(cycle.n)), run.h ?? NONE);
  return { ...run, h, y };
};

/**
 * The state with the last cycles of each metric (and the first that counts), the others as totals; `metrics` is its report.
 * It goes on as the whole would: the same open cycle, the same next instants, the same escalations. What is asked of the
 * cycles left out is answered by a replay.
 */
export const withoutEarlier = (state: SlaState, metrics: readonly MetricResult[]): SlaState => {
  const m = state.m.map((run) =>
    shortened(
      run,
      metrics.find(({ id }) => id === run.id),
    ),
  );
  return m.every((run, place) => run === state.m[place]) ? state : { ...state, m };
};
