/** What happened in one cycle: steps of the SLA, and updates of the work item that changed nothing for it. */
import { cyclesOf } from '../../../src/sla/engine/model/cycles-of';
import type { Cycle, Fact, IssueHistory, MetricResult, TimelineEvent } from '../../../src/sla/engine/model';

const cycleOf = (
  event: TimelineEvent,
  cycles: readonly Cycle[],
  facts: readonly Fact[],
): number | undefined => {
  const fact = facts.find(({ id }) => id === event.factId);
  if (fact?.kind === 'excuse') return fact.cycle;
  // What ends a cycle belongs to it, though the next may start at that instant.
  const ends = event.action === 'stop' || event.action === 'cancel';
  const last = cycles.findLastIndex(({ startTime }) => (ends ? startTime < event.at : startTime <= event.at));
  // A cycle that was started over tells its first start too, before its own start time.
  const isBetween = (cycles[last]?.stopTime ?? Infinity) < event.at;
  return (cycles[isBetween ? last + 1 : last] ?? cycles[Math.max(last, 0)])?.n;
};

/** The steps of one cycle of a traced result, in their order. Each step belongs to one cycle. */
export const stepsOf = (
  metric: MetricResult,
  { n }: Cycle,
  { facts }: Pick<IssueHistory, 'facts'>,
): readonly TimelineEvent[] => {
  const cycles = cyclesOf(metric);
  return metric.events.filter((event) => cycleOf(event, cycles, facts) === n);
};

/** What somebody did to the work item itself. */
const UPDATES: readonly Fact['kind'][] = ['change', 'comment', 'approval', 'link'];

/** Updates while a cycle lasted that no step of the metric followed from, in their order. */
export const idleUpdates = (
  { events }: Pick<MetricResult, 'events'>,
  { startTime, stopTime = Infinity }: Cycle,
  { facts }: Pick<IssueHistory, 'facts'>,
): readonly Fact[] => {
  const told = new Set(events.map(({ factId }) => factId));
  return facts
    .filter(
      ({ kind, at, id }) => UPDATES.includes(kind) && startTime <= at && at <= stopTime && !told.has(id),
    )
    .sort((a, b) => a.at - b.at);
};
