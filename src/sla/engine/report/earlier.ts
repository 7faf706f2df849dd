/** A stored state keeps the last cycles of a metric and what the earlier ones came to: it must stay small for years. */
import type { Cycle, EarlierCycles, MetricResult } from '../model';
import type { EarlierTotals, SlaState, SparseCycle, SparseRun } from '../machine/state';

/** The last cycles that are kept whole; an event can only touch the last. */
export const KEPT_CYCLES = 4;

const NONE: EarlierTotals = [0, 0, 0, 0, 0, 0];

/** Totals in words. */
export const earlierOf = (totals: EarlierTotals | undefined): EarlierCycles | undefined => {
  if (totals === undefined) return undefined;
  const [met, breached, cancelled, excused, everBreached, elapsedMs] = totals;
  return { met, breached, cancelled, excused, everBreached: everBreached === 1, elapsedMs };
};

const plus = (totals: EarlierTotals, stored: SparseCycle, cycle: Cycle | undefined): EarlierTotals => {
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
    everBreached === 1 || cycle.breached || stored.everBreached === 1 ? 1 : 0,
    elapsedMs + (isCancelled ? 0 : cycle.elapsedMs),
  ];
};

/** The first cycle that counts stays, as it judges a metric of method `first`. */
const keeps = (run: SparseRun): ((cycle: SparseCycle, place: number) => boolean) => {
  const first = run.cycles.find(({ cancelledWhy }) => cancelledWhy === undefined);
  return (cycle, place) => cycle === first || place >= run.cycles.length - KEPT_CYCLES;
};

const shortened = (run: SparseRun, result: MetricResult | undefined): SparseRun => {
  if (run.cycles.length <= KEPT_CYCLES || result === undefined) return run;
  const isKept = keeps(run);
  const cycles = run.cycles.filter(isKept);
  if (cycles.length === run.cycles.length) return run;
  const reported = new Map(result.completedCycles.map((cycle) => [cycle.n, cycle]));
  const dropped = run.cycles.filter((cycle, place) => !isKept(cycle, place));
  const earlier = dropped.reduce(
    (totals, cycle) => plus(totals, cycle, reported.get(cycle.number)),
    run.earlier ?? NONE,
  );
  return { ...run, earlier, cycles };
};

/**
 * The state with the last cycles of each metric (and the first that counts), the others as totals; `metrics` is its report.
 * It goes on as the whole would: the same open cycle, the same next instants, the same escalations. What is asked of the
 * cycles left out is answered by a replay.
 */
export const withoutEarlier = (state: SlaState, metrics: readonly MetricResult[]): SlaState => {
  const runs = state.runs.map((run) =>
    shortened(
      run,
      metrics.find(({ id }) => id === run.id),
    ),
  );
  return runs.every((run, place) => run === state.runs[place]) ? state : { ...state, runs };
};
