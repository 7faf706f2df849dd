import type { SlaPropertyMetric } from '../contract';
import type { Cycle, Instant, LocalizedText, MetricResult } from '../domain/model';
import type { Risk } from '../domain/risk';
import { isoSecond } from './iso-second';
import { shownCycle } from './shown-cycle';

const iso = (at: Instant): string => new Date(at).toISOString();

const FINISHED: readonly MetricResult['state'][] = ['MET', 'BREACHED_STOPPED'];

/** When an ongoing cycle will be breached if nothing changes: its due time and the grace behind it. */
export const breachesAt = ({ ongoingCycle: cycle }: MetricResult, graceMs: number): Instant | undefined =>
  cycle?.dueTime === undefined || cycle.breached ? undefined : cycle.dueTime + graceMs;

/** Whether some cycle of a metric was excused, kept or not. */
export const isExcused = ({ completedCycles, ongoingCycle, earlier }: MetricResult): boolean =>
  (earlier?.excused ?? 0) > 0 ||
  ongoingCycle?.excused !== undefined ||
  completedCycles.some(({ excused }) => excused !== undefined);

/** One metric of the display copy: its name and state, and the shown cycle's times once there is one. */
export function metricLine(
  metric: MetricResult,
  graceMs: number,
  risk: (Risk & { readonly name?: LocalizedText }) | undefined,
): SlaPropertyMetric {
  const late = breachesAt(metric, graceMs);
  const cycle = shownCycle(metric);
  return {
    id: metric.id,
    ...(metric.agreementId === undefined ? {} : { agreement: metric.agreementId }),
    name: metric.name,
    state: metric.state,
    breached: metric.breached ? 'yes' : 'no',
    everBreached: metric.everBreached ? 'yes' : 'no',
    ...(isExcused(metric) ? { excused: 'yes' as const } : {}),
    ...(late === undefined ? {} : { breachesAt: isoSecond(late) }),
    ...(risk === undefined ? {} : { risk: riskOf(risk) }),
    ...(cycle === undefined ? {} : timesOf(metric, cycle)),
  };
}

/** A metric of another work item is not among those shown here: its name goes along. */
const riskOf = ({ metricId, at, issueId, name }: Risk & { readonly name?: LocalizedText }) => ({
  by: metricId,
  at: isoSecond(at),
  ...(issueId === undefined || name === undefined ? {} : { name }),
});

/** Only a remainder that stands still is worth writing: a running one, and one until a fixed date, change every minute. */
const stands = ({ state }: MetricResult, { goal }: Cycle): boolean =>
  state !== 'RUNNING' &&
  !(state === 'PAUSED' && (goal.target.kind === 'dateField' || goal.target.kind === 'relative'));

const timesOf = (metric: MetricResult, cycle: Cycle): Partial<SlaPropertyMetric> => ({
  ...(cycle.dueTime === undefined ? {} : { due: iso(cycle.dueTime) }),
  ...(cycle.stopTime === undefined ? {} : { stopped: iso(cycle.stopTime) }),
  ...(stands(metric, cycle) && cycle.remainingMs !== null ? { remainingMs: cycle.remainingMs } : {}),
  ...(FINISHED.includes(metric.state) ? { elapsedMs: cycle.elapsedMs } : {}),
  ...(cycle.goalDurationMs === null ? {} : { goalMs: cycle.goalDurationMs }),
  goal: cycle.goal.name,
  zone: cycle.zone,
  ...(cycle.pauseReason === undefined ? {} : { pauseReason: cycle.pauseReason }),
  ...(cycle.pausedSince === undefined ? {} : { pausedSince: iso(cycle.pausedSince) }),
});
