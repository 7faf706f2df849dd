/** What clocks came to that ran to their end, read from the records alone. */
import { readable } from '../../platform/storage/entities';
import type { SlaState } from '../engine';
import type { DurationMs, Instant, SlaDefinitions } from '../engine/model';
import { reportAt } from './follow/compose';
import { sourcesOf } from './follow/sources-of';
import { bulkPorts } from './sync/forge-ports';

export interface FinishedCycle {
  readonly metricId: string;
  readonly stopTime: Instant;
  /** Of working time. */
  readonly elapsedMs: DurationMs;
  readonly isLate: boolean;
}

/** Of so many work items the records are held at a time. */
const AT_ONCE = 100;

/**
 * Of each work item the last cycle of each metric that was neither cancelled nor excused. One without a record has none, nor has one
 * whose definitions nobody keeps any more.
 */
export async function finishedCycles(
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FinishedCycle[]>> {
  const sourceOf = sourcesOf(bulkPorts, await bulkPorts.definitions());
  const finished = new Map<string, readonly FinishedCycle[]>();
  for (let start = 0; start < issueIds.length; start += AT_ONCE) {
    const records = await bulkPorts.records.getMany(issueIds.slice(start, start + AT_ONCE));
    for (const [id, { state }] of readable(records)) {
      const source = await sourceOf(state.version);
      if (source !== null) finished.set(id, cyclesOf(source, state));
    }
  }
  return finished;
}

const cyclesOf = (source: SlaDefinitions, state: SlaState): readonly FinishedCycle[] =>
  reportAt(source, state, bulkPorts.now()).metrics.flatMap((metric) => {
    const last = metric.completedCycles.at(-1);
    if (last?.stopTime === undefined || last.state === 'CANCELLED' || last.excused !== undefined) return [];
    const { stopTime, elapsedMs, breached } = last;
    return [{ metricId: metric.id, stopTime, elapsedMs, isLate: breached }];
  });
