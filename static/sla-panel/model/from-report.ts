import type {
  Cycle,
  MetricResult,
  MetricState,
  SlaDefinitions,
  SlaReport,
} from '../../../src/sla/engine/model';
import { type Risk, risksOf } from '../../../src/sla/engine/report/risk';
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

/** One cycle as a line; null where the metric does not apply. */
export const lineOf = (metric: MetricResult, cycle: Cycle): Line | null => {
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
export const linesFromReport = (report: SlaReport, definitions: SlaDefinitions): readonly Line[] => {
  const risks = risksOf(definitions, report);
  const bands = definitions.display?.bands;
  return report.metrics.flatMap((metric) => {
    const cycle = metric.ongoingCycle ?? metric.completedCycles.at(-1);
    const line = cycle === undefined ? null : lineOf(metric, cycle);
    if (line === null) return [];
    return [{ ...line, bands, ...riskOf(risks.get(metric.id), report, definitions) }];
  });
};

const riskOf = (
  risk: Risk | undefined,
  { metrics }: SlaReport,
  { agreements }: SlaDefinitions,
): Pick<Line, 'risk'> => {
  const broken = metrics.find(({ id }) => id === risk?.metricId);
  if (risk === undefined || broken === undefined) return {};
  const agreement = agreements.find(({ id }) => id === broken.agreementId)?.name;
  return { risk: { name: broken.name, at: risk.at, elsewhere: risk.issueId !== undefined, agreement } };
};

/** Metrics without a cycle to show, and why: for whoever asks why nothing counts. */
export const idleMetrics = (report: SlaReport): readonly MetricResult[] =>
  report.metrics.filter((metric) => metric.ongoingCycle === undefined && metric.completedCycles.length === 0);
