/** What of the definitions those may have who are no agents: a replay tells everything of the metrics it has. */
import { compiledOf } from './compile';
import type { SlaDefinitions } from '../model';

/** Ids of the metrics that are not told of with their dates; of a deleted one as it was last. */
export const withheldMetrics = ({
  metrics,
  former = [],
}: Pick<SlaDefinitions, 'metrics' | 'former'>): ReadonlySet<string> => {
  const past = former.flatMap((each) => each.metrics.flatMap(({ was }) => was ?? []));
  const latest = new Map([...past, ...metrics].map(({ id, visibility }) => [id, visibility]));
  return new Set([...latest].flatMap(([id, visibility]) => (visibility === 'date' ? [] : [id])));
};

/** Whether requesters see otherwise of a metric that there was before: every copy in Jira that has it is another. */
export const reveals = (
  before: Pick<SlaDefinitions, 'metrics'>,
  after: Pick<SlaDefinitions, 'metrics'>,
): boolean => {
  const was = new Map(before.metrics.map(({ id, visibility }) => [id, visibility]));
  return after.metrics.some(({ id, visibility }) => was.has(id) && was.get(id) !== visibility);
};

/**
 * Without the metrics whose dates are not told, and without those that wait for one of them: a replay of half of them would be
 * wrong. The same object when nothing is withheld.
 */
export function forRequesters(definitions: SlaDefinitions): SlaDefinitions {
  const withheld = new Set(withheldMetrics(definitions));
  if (withheld.size === 0) return definitions;
  // In the order of the replay, in which a metric comes after those it listens to.
  for (const { def, listensTo, below } of compiledOf(definitions).metrics)
    if ([...listensTo, ...below].some((id) => withheld.has(id))) withheld.add(def.id);
  const isTold = ({ id }: { readonly id: string }): boolean => !withheld.has(id);
  return {
    ...definitions,
    metrics: definitions.metrics.filter(isTold),
    ...(definitions.former === undefined
      ? {}
      : { former: definitions.former.map((each) => ({ ...each, metrics: each.metrics.filter(isTold) })) }),
    part: true,
  };
}
