/** Which work items a job looks at, as JQL. */
import type { Instant, SlaDefinitions } from '../../engine/model';
import { allOf, scopeJql } from './reconcile';

/**
 * Work items the metrics could measure that are open, or changed since an instant; `null` when no metric is active.
 * Minutes before now, not dates: a date in JQL means the zone of whoever asks.
 */
export function issuesJql(
  definitions: Pick<SlaDefinitions, 'metrics'>,
  since: Instant | undefined,
  now: Instant,
): string | null {
  const scope = scopeJql(definitions);
  if (scope === null) return null;
  const open = 'statusCategory != Done';
  if (since === undefined) return allOf(scope, open);
  const minutes = Math.max(1, Math.ceil((now - since) / 60_000) + 1);
  return allOf(scope, `(${open} OR updated >= "-${minutes}m")`);
}
