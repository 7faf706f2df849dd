import type { Cycle, MetricResult, MetricState, SlaReport } from '../../../src/sla/domain/model';
import type { Line, LineState } from './line';

const stateOf = (state: MetricState): LineState | null => {
  switch (state) {
    case 'NOT_APPLICABLE':
      return null;
    case 'NOT_STARTED':
      return 'waiting';
    case 'RUNNING':
      return 'running';
    case 'PAUSED':
      return 'paused';
    case 'MET':
      return 'met';
    case 'BREACHED_STOPPED':
      return 'missed';
    case 'CANCELLED':
      return 'cancelled';
  }
};

const lineOf = (metric: MetricResult, cycle: Cycle): Line | null => {
  const state = stateOf(cycle.state);
  if (state === null) return null;
  return {
    id: metric.id,
    name: metric.name,
    state,
    breached: cycle.breached,
    due: cycle.dueTime,
    stopped: cycle.stopTime,
    remainingMs: cycle.remainingMs,
    goalMs: cycle.goalDurationMs,
    goalName: cycle.goal.name,
    zone: cycle.zone,
    pauseReason: cycle.pauseReason,
    pausedSince: cycle.pausedSince,
    resumesAt: cycle.resumesAt,
    exact: { metric, cycle },
  };
};

/** The promises a report shows: the ongoing cycle of each metric, else the last finished one. */
export const linesFromReport = (report: SlaReport): readonly Line[] =>
  report.metrics.flatMap((metric) => {
    const cycle = metric.ongoingCycle ?? metric.completedCycles.at(-1);
    const line = cycle === undefined ? null : lineOf(metric, cycle);
    return line === null ? [] : [line];
  });

/** Metrics without a cycle to show, and why: for whoever asks why nothing counts. */
export const idleMetrics = (report: SlaReport): readonly MetricResult[] =>
  report.metrics.filter((metric) => metric.ongoingCycle === undefined && metric.completedCycles.length === 0);
