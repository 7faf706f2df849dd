import type { Cycle, MetricResult } from '.';

/** The cycles of a metric in their order, the one under way last. */
export const cyclesOf = ({
  completedCycles,
  ongoingCycle,
}: Pick<MetricResult, 'completedCycles' | 'ongoingCycle'>): readonly Cycle[] =>
  ongoingCycle === undefined ? completedCycles : [...completedCycles, ongoingCycle];
