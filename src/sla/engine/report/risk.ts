/** Clocks whose promise is at risk because a breach below them says so. */
import type { Instant, MetricResult, SlaDefinitions, SlaReport } from '../model';
import { affectsParent } from './parent-risk';

/** The breached metric of the agreement below, and when it was breached; `issueId`: on another work item. */
export interface Risk {
  readonly metricId: string;
  readonly issueId?: string;
  readonly at: Instant;
}

/** A clock that is breached already, or not under way, has nothing left to risk; nor does what broke before it began. */
const canBeAtRisk = (metric: MetricResult | undefined, at: Instant): boolean =>
  metric?.ongoingCycle !== undefined && !metric.breached && metric.ongoingCycle.startTime <= at;

/**
 * Which clocks under way a breach of a child agreement puts at risk (`affectsParent: breach`), by metric id; of several
 * breaches the latest. Excused ones don't count.
 */
export function risksOf(
  definitions: SlaDefinitions,
  report: Pick<SlaReport, 'metrics'>,
): ReadonlyMap<string, Risk> {
  const risks = new Map<string, Risk>();
  for (const { parentMetricIds, childMetricId, at } of affectsParent(definitions, report)) {
    for (const id of parentMetricIds) {
      const parent = report.metrics.find((metric) => metric.id === id);
      if (!canBeAtRisk(parent, at) || at < (risks.get(id)?.at ?? 0)) continue;
      risks.set(id, { metricId: childMetricId, at });
    }
  }
  for (const parent of report.metrics) {
    for (const { issueId, metricId, at } of parent.children?.breached ?? []) {
      if (!canBeAtRisk(parent, at) || at < (risks.get(parent.id)?.at ?? 0)) continue;
      risks.set(parent.id, { metricId, at, issueId });
    }
  }
  return risks;
}
