/** Who answers for a breach: the holder that took most working time beyond what its own agreement allows (sla-rules §7.3). */
import { cyclesOf } from '../model/cycles-of';
import { type Attribution, attributeBreaches } from './breakdown';
import type { Agreement, DurationMs, MetricResult, SlaDefinitions, SlaReport } from '../model';

export interface Answer extends Attribution {
  /** Groups where the history knows any for the metric, else people. */
  readonly by: 'group' | 'assignee';
  /** What the responsible holder's own agreement allows; 0 without one. */
  readonly allowedMs: DurationMs;
}

const plain = (name: string): string => name.trim().toLocaleLowerCase();

/** Agreements below one, however deep, and itself when it is made with a team or vendor. */
const below = (agreements: readonly Agreement[], id: string | undefined): readonly Agreement[] => {
  const found = agreements.filter((each) => each.id === id && each.kind !== 'SLA');
  let level = agreements.filter(({ parentId }) => id !== undefined && parentId === id);
  while (level.length > 0) {
    found.push(...level);
    level = agreements.filter((each) => !found.includes(each) && level.some((up) => up.id === each.parentId));
  }
  return found;
};

/**
 * What each holder's own agreement allows on this issue: the longest target among the metrics of the OLAs and UCs below the
 * metric's agreement (itself included) whose provider is the holder, by name or id. Targets that are dates, and metrics that don't apply here,
 * allow nothing.
 */
export function allowanceOf(
  { agreements }: Pick<SlaDefinitions, 'agreements'>,
  { metrics }: Pick<SlaReport, 'metrics'>,
  agreementId: string | undefined,
  nameOf: (holder: string) => string,
): (holder: string | null) => DurationMs {
  const allowed = new Map<string, DurationMs>();
  for (const { id, provider } of below(agreements, agreementId)) {
    const targets = metrics
      .filter((metric) => metric.agreementId === id)
      .map((metric) => cyclesOf(metric).at(-1)?.goalDurationMs ?? 0);
    allowed.set(plain(provider), Math.max(0, allowed.get(plain(provider)) ?? 0, ...targets));
  }
  return (holder) =>
    holder === null ? 0 : (allowed.get(plain(nameOf(holder))) ?? allowed.get(plain(holder)) ?? 0);
}

/** Who answers for each breach of a metric, with the full split. Needs a traced report; `nameOf` names a holder. */
export function answersFor(
  definitions: Pick<SlaDefinitions, 'agreements'>,
  report: SlaReport,
  metric: MetricResult,
  nameOf: (holder: string) => string,
): readonly Answer[] {
  const hasGroups = cyclesOf(metric).some(({ segments }) =>
    segments.some(({ holder }) => holder.group !== null),
  );
  const by = hasGroups ? 'group' : 'assignee';
  const allowedMs = allowanceOf(definitions, report, metric.agreementId, nameOf);
  return attributeBreaches({ ...report, metrics: [metric] }, by, allowedMs).map((attribution) => ({
    ...attribution,
    by,
    allowedMs: allowedMs(attribution.responsible),
  }));
}
