import type { Cycle, MetricResult } from '../../engine/model';

/** The cycle a screen shows for a metric: the ongoing one, else the last finished one. */
export const shownCycle = (metric: MetricResult): Cycle | undefined =>
  metric.ongoingCycle ?? metric.completedCycles.at(-1);
