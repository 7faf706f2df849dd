/** What a metric says of an issue at an instant, in the few values people compare. */
import { cyclesOf } from '../model/cycles-of';
import type { Cycle, DurationMs, Instant, MetricResult, MetricState } from '../model';

export interface Outcome {
  readonly state: MetricState;
  readonly breached: boolean;
  readonly goal?: { readonly id: string; readonly name: string };
  readonly due?: Instant;
  readonly elapsedMs?: DurationMs;
  /** The zone of the calendar it is judged on. */
  readonly zone?: string;
}

/** The cycle a metric is judged by: of method `first` the first that was not cancelled, else the last. */
export const judgedCycle = (metric: MetricResult): Cycle | undefined => {
  const cycles = [...cyclesOf(metric)].sort((left, right) => left.n - right.n);
  const first = metric.method === 'first' ? cycles.find(({ state }) => state !== 'CANCELLED') : undefined;
  return first ?? cycles.at(-1);
};

/** State, goal, due and elapsed time of the cycle that is judged; only the state where there is none. */
export const outcomeOf = (metric: MetricResult): Outcome => {
  const cycle = judgedCycle(metric);
  const { state, breached } = metric;
  if (cycle === undefined) return { state, breached };
  const { goal, dueTime, elapsedMs, zone } = cycle;
  return { state, breached, goal: { id: goal.id, name: goal.name }, due: dueTime, elapsedMs, zone };
};

/** How an outcome is counted: a breach counts whether or not the clock still runs. */
export type Verdict = 'met' | 'breached' | 'running' | 'notApplicable';

export const verdictOf = ({ state, breached }: Outcome): Verdict => {
  switch (state) {
    case 'MET':
      return 'met';
    case 'BREACHED_STOPPED':
      return 'breached';
    case 'RUNNING':
    case 'PAUSED':
      return breached ? 'breached' : 'running';
    case 'NOT_APPLICABLE':
    case 'NOT_STARTED':
    case 'CANCELLED':
      return 'notApplicable';
  }
};
