import { cyclesOf } from '../model/cycles-of';
import type { Agreement, Instant, SlaDefinitions, SlaReport } from '../model';

/** A parent metric at risk because a child agreement that says so has breached. */
export interface ParentRisk {
  readonly parentAgreementId: string;
  readonly parentMetricIds: readonly string[];
  readonly childMetricId: string;
  readonly at: Instant;
}

/** Of those measured on other work items the work item above is told by facts of its own. */
const breachRaisers = (definitions: SlaDefinitions): ReadonlyMap<string, Agreement> =>
  new Map(
    definitions.agreements
      .filter(({ affectsParent, measuredOn }) => affectsParent === 'breach' && measuredOn === undefined)
      .map((each) => [each.id, each]),
  );

/**
 * Which parents a breached child on the same work item puts at risk (`affectsParent: breach`), by its latest breach that
 * nobody excused; `pause` is part of the replay itself.
 */
export const affectsParent = (
  definitions: SlaDefinitions,
  report: Pick<SlaReport, 'metrics'>,
): readonly ParentRisk[] => {
  const children = breachRaisers(definitions);
  if (children.size === 0) return [];
  return report.metrics.flatMap((metric) => {
    const parentId = children.get(metric.agreementId ?? '')?.parentId;
    const at = cyclesOf(metric).findLast(({ breached, excused }) => breached && !excused)?.breachTime;
    if (parentId === undefined || at === undefined) return [];
    const parentMetricIds = definitions.metrics
      .filter((each) => each.agreementId === parentId)
      .map((each) => each.id);
    return [{ parentAgreementId: parentId, parentMetricIds, childMetricId: metric.id, at }];
  });
};
