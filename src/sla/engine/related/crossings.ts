/** Metrics whose clocks matter to work items above the one they are on. */
import type { Agreement, MeasuredOn, SlaDefinitions } from '../model';

export interface Crossing {
  readonly metricId: string;
  readonly measuredOn: MeasuredOn;
  readonly effect: Exclude<Agreement['affectsParent'], 'none'>;
  /** What the agreement above measures, each with its version. */
  readonly above: readonly string[];
}

type Rules = Pick<SlaDefinitions, 'agreements' | 'metrics'>;

const made = new WeakMap<Rules, readonly Crossing[]>();

/** The metrics of agreements that are measured on other work items than the agreement above and mean something to it. */
export function crossingsOf(definitions: Rules): readonly Crossing[] {
  const known = made.get(definitions);
  if (known !== undefined) return known;
  const { agreements, metrics } = definitions;
  const crossings = agreements.flatMap(({ id, parentId, affectsParent: effect, measuredOn }): Crossing[] => {
    if (parentId === undefined || measuredOn === undefined || effect === 'none') return [];
    const above = metrics.filter((each) => each.agreementId === parentId);
    if (above.length === 0) return [];
    const named = above.map((each) => `${each.id}@${each.version}`);
    return metrics
      .filter((each) => each.agreementId === id)
      .map((each) => ({ metricId: each.id, measuredOn, effect, above: named }));
  });
  made.set(definitions, crossings);
  return crossings;
}
