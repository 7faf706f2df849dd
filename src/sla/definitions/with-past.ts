/** The next version of the definitions with what it replaces, so that cycles which don't follow it can still be measured. */
import { affectedMetrics, replaced } from '../engine';
import { judgedBy } from '../engine/history';
import type { FormerDefinitions, Instant, RevisionScope, SlaDefinitions } from '../engine/model';

/** When a change takes effect, and on which cycles. */
export interface Effect {
  readonly scope: RevisionScope;
  readonly from: Instant;
}

/** The document is read with every event: what is older stays in the version it was stored with. */
const MOST_REVISIONS = 40;
const MOST_CHARACTERS = 100_000;

/**
 * A change of words only, or of what no metric counts on, leaves every state good; `sameSince` says so. A change of a metric
 * itself is always kept: states list the metrics they were made with.
 */
export function withPast(current: SlaDefinitions, next: SlaDefinitions, effect: Effect): SlaDefinitions {
  const { sameSince: _since, former: _former, ...rest } = next;
  const past = current.former ?? [];
  // Comments are judged by another rule: no state made before is good, whatever became of the metrics.
  const rejudged = judgedBy(current) !== judgedBy(next);
  const former = replaced(current, next, effect.from, effect.scope);
  const unchanged = { ...rest, sameSince: current.sameSince ?? current.version, former: past };
  if (former === null) return rejudged ? { ...rest, former: past } : unchanged;
  const changed: SlaDefinitions = { ...rest, former: bounded([...past, former]) };
  if (rejudged) return changed;
  return former.metrics.length === 0 && affectedMetrics(changed).size === 0 ? unchanged : changed;
}

function bounded(former: readonly FormerDefinitions[]): readonly FormerDefinitions[] {
  let kept = former.slice(-MOST_REVISIONS);
  while (kept.length > 1 && JSON.stringify(kept).length > MOST_CHARACTERS) kept = kept.slice(1);
  return kept;
}
