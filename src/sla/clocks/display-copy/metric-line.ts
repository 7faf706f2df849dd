import type { SlaPropertyMetric } from '../domain/property';
import type { Cycle, Instant, LocalizedText, MetricResult } from '../../engine/model';
import { NOTHING } from '../domain/jql/nothing';
import type { Risk } from '../../engine/report/risk';
import { isoSecond } from './iso-second';
import { shownCycle } from './shown-cycle';

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');
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

/** One metric of the display copy: its name and state, and the shown cycle's times once there is one. `nextBreach`: the issue's. */
export function metricLine(
  metric: MetricResult,
  graceMs: number,
  risk: (Risk & { readonly name?: LocalizedText }) | undefined,
  nextBreach: Instant | undefined,
): SlaPropertyMetric {
  const late = breachesAt(metric, graceMs);
  const cycle = shownCycle(metric);
  return {
    id: metric.id,
    agreement: metric.agreementId ?? NOTHING,
    name: metric.name,
    state: metric.state,
    breached: metric.breached ? 'yes' : 'no',
    everBreached: metric.everBreached ? 'yes' : 'no',
    excused: yesNo(isExcused(metric)),
    next: yesNo(late !== undefined && late === nextBreach),
    ...(late === undefined ? {} : { breachesAt: isoSecond(late) }),
    ...(risk === undefined ? {} : { risk: riskOf(risk) }),
    ...(cycle === undefined ? { times: 'none', pauseReason: NOTHING } : timesOf(metric, cycle)),
  };
}

/** A metric of which requesters are told the state alone: nothing that says when, or how long. */
export function stateLine(metric: MetricResult): SlaPropertyMetric {
  const line = metricLine(metric, 0, undefined, undefined);
  const { due: _due, breachesAt: _breaches, remainingMs: _left, elapsedMs: _took, ...rest } = line;
  const { goalMs: _length, goal: _goal, pausedSince: _since, stopped: _stopped, ...told } = rest;
  return { ...told, times: 'withheld' };
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

/** Which of the numbers of a clock are known. */
const knownTimes = (remains: boolean, goal: boolean): SlaPropertyMetric['times'] => {
  if (remains) return goal ? 'both' : 'remaining';
  return goal ? 'goal' : 'none';
};

type Times = Partial<SlaPropertyMetric> & Pick<SlaPropertyMetric, 'times' | 'pauseReason'>;

const timesOf = (metric: MetricResult, cycle: Cycle): Times => {
  const remains = stands(metric, cycle) && cycle.remainingMs !== null;
  return {
    times: knownTimes(remains, cycle.goalDurationMs !== null),
    ...(cycle.dueTime === undefined ? {} : { due: iso(cycle.dueTime) }),
    ...(cycle.stopTime === undefined ? {} : { stopped: iso(cycle.stopTime) }),
    ...(remains && cycle.remainingMs !== null ? { remainingMs: cycle.remainingMs } : {}),
    ...(FINISHED.includes(metric.state) ? { elapsedMs: cycle.elapsedMs } : {}),
    ...(cycle.goalDurationMs === null ? {} : { goalMs: cycle.goalDurationMs }),
    goal: cycle.goal.name,
    zone: cycle.zone,
    pauseReason: cycle.pauseReason ?? NOTHING,
    ...(cycle.pausedSince === undefined ? {} : { pausedSince: iso(cycle.pausedSince) }),
  };
};
