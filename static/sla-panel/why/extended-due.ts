/** What an extension would make of a promise, by the engine itself. */
import { replay } from '../../../src/sla/engine';
import type { Fact } from '../../../src/sla/engine/model';
import type { Replayed } from '../model/explain';

export type ExtendFrom = 'target' | 'now';
export const EXTEND_FROM: readonly ExtendFrom[] = ['target', 'now'];

export interface ExtendedDue {
  readonly at: number;
  /** It stands still: due then if it went on now. */
  readonly ifResumed: boolean;
}

/** When a promise would be due with so much more working time; null when nobody can say. */
export function extendedDue(
  { source: { definitions }, history, now }: Replayed,
  metricId: string,
  ms: number,
  from: ExtendFrom,
): ExtendedDue | null {
  if (!(ms > 0)) return null;
  const wished: Fact = { kind: 'extend', at: now, id: String(now), by: null, metricId, ms, from, reason: '' };
  const report = replay(definitions, { ...history, facts: [...history.facts, wished] }, now);
  const cycle = report.metrics.find(({ id }) => id === metricId)?.ongoingCycle;
  const at = cycle?.dueTime ?? cycle?.dueIfResumedNow;
  return at === undefined ? null : { at, ifResumed: cycle?.dueTime === undefined };
}
