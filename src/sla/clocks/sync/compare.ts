/** What a cycle says before and after a change of the rule behind it. */
import { sameValues } from '../../../kernel/same-values';
import type { Cycle, SlaReport } from '../../engine/model';
import type { CycleChange, CycleSays, FlipCounts, FlipKind } from '../../definitions/domain/answers/changes';

export const NO_FLIPS: FlipCounts = {
  metToBreached: 0,
  breachedToMet: 0,
  breachedNow: 0,
  notBreached: 0,
  due: 0,
  appears: 0,
  appearsLate: 0,
  disappears: 0,
};

/** Verdicts come first in lists that are cut. */
export const FLIP_ORDER: readonly FlipKind[] = [
  'metToBreached',
  'breachedToMet',
  'breachedNow',
  'notBreached',
  'appearsLate',
  'disappears',
  'appears',
  'due',
];

const cyclesOf = (report: SlaReport, metricId: string): ReadonlyMap<number, Cycle> => {
  const metric = report.metrics.find(({ id }) => id === metricId);
  const all = [...(metric?.completedCycles ?? []), ...(metric?.ongoingCycle ? [metric.ongoingCycle] : [])];
  return new Map(all.map((cycle) => [cycle.n, cycle]));
};

const saysOf = ({ state, breached, dueTime, dueIfResumedNow }: Cycle): CycleSays => ({
  state,
  breached,
  ...(dueTime !== undefined && { due: dueTime }),
  ...(dueTime === undefined && dueIfResumedNow !== undefined && { ifResumed: dueIfResumedNow }),
});

const kindOf = (before: Cycle | undefined, after: Cycle | undefined): FlipKind | null => {
  if (after === undefined) return 'disappears';
  const finished = after.stopTime !== undefined;
  if (before === undefined) return after.breached && !finished ? 'appearsLate' : 'appears';
  if (before.breached !== after.breached) {
    if (finished) return after.breached ? 'metToBreached' : 'breachedToMet';
    return after.breached ? 'breachedNow' : 'notBreached';
  }
  return sameValues(saysOf(before), saysOf(after)) ? null : 'due';
};

/** The cycles of some metrics that say something else; in the order of metrics and cycles. */
export function compareReports(
  before: SlaReport,
  after: SlaReport,
  metricIds: ReadonlySet<string>,
): readonly CycleChange[] {
  const { issueId, issueKey } = after;
  return [...metricIds].flatMap((metricId) => {
    const [earlier, later] = [cyclesOf(before, metricId), cyclesOf(after, metricId)];
    return [...new Set([...earlier.keys(), ...later.keys()])]
      .sort((a, b) => a - b)
      .flatMap((cycle): readonly CycleChange[] => {
        const [was, is] = [earlier.get(cycle), later.get(cycle)];
        const kind = kindOf(was, is);
        if (kind === null) return [];
        return [
          {
            issueId,
            issueKey,
            metricId,
            cycle,
            kind,
            before: was ? saysOf(was) : null,
            after: is ? saysOf(is) : null,
          },
        ];
      });
  });
}

/** How many cycles changed in which way. */
export function countFlips(changes: readonly CycleChange[], before: FlipCounts = NO_FLIPS): FlipCounts {
  const counts = { ...before };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** The first of a list in which verdicts that turn come before moved due times. */
export const worstFirst = (changes: readonly CycleChange[], most: number): readonly CycleChange[] =>
  [...changes].sort((a, b) => FLIP_ORDER.indexOf(a.kind) - FLIP_ORDER.indexOf(b.kind)).slice(0, most);
