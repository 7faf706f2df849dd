import { cyclesOf } from '../model/cycles-of';
import type { Cycle, Instant, MetricResult, SlaReport } from '../model';
import type { Crossing } from './crossings';

/** Time paused until the pause under way, which grows by itself. */
const settledPauses = ({ pausedMs, pausedSince }: Cycle, asOf: Instant): number =>
  pausedSince === undefined ? pausedMs : pausedMs - (asOf - pausedSince);

const cyclePart = (cycle: Cycle, effect: Crossing['effect'], asOf: Instant): unknown => {
  const { n, startTime, stopTime } = cycle;
  if (effect === 'open') return [n, startTime, stopTime];
  if (effect === 'breach') return [n, cycle.excused === undefined ? cycle.breachTime : undefined];
  return [n, startTime, stopTime, cycle.pausedSince, cycle.pauseReason, settledPauses(cycle, asOf)];
};

/**
 * All that the work items above must know of a work item's clocks, as one text that stays the same while that does; empty
 * when none of its clocks has ever run.
 */
export function childSignature(
  crossings: readonly Crossing[],
  { metrics, asOf }: Pick<SlaReport, 'metrics' | 'asOf'>,
): string {
  const parts = crossings.flatMap(({ metricId, measuredOn, effect, above }) => {
    const metric: MetricResult | undefined = metrics.find(({ id }) => id === metricId);
    const cycles = metric === undefined ? [] : cyclesOf(metric);
    if (cycles.length === 0) return [];
    return [[metricId, measuredOn, effect, above, cycles.map((cycle) => cyclePart(cycle, effect, asOf))]];
  });
  return parts.length === 0 ? '' : JSON.stringify(parts);
}
