/** What the clocks of a work item come to for the clocks above: facts that the work items above keep. */
import { cyclesOf } from '../model/cycles-of';
import type { Cycle, Fact, Instant, Segment, SlaReport } from '../model';
import type { Crossing } from './crossings';

export type ChildFact = Extract<Fact, { kind: 'child' }>;

/** Of a clock that starts again and again only the last cycles are told. */
const MOST_CYCLES = 20;

interface Stretch {
  readonly from: Instant;
  readonly to?: Instant | undefined;
  readonly reason?: string | undefined;
}

const isPause = ({ type, reason }: Segment): boolean => type === 'paused' && reason !== 'finished';

/** The pauses of a cycle, one under way without an end; those that follow each other under one reason are one. */
const pausesOf = ({ segments, pausedSince }: Cycle): readonly Stretch[] => {
  const pauses: Stretch[] = [];
  for (const { from, to, reason } of segments.filter(isPause)) {
    const last = pauses.at(-1);
    if (last !== undefined && last.to === from && last.reason === reason)
      pauses[pauses.length - 1] = { ...last, to };
    else pauses.push({ from, to, reason });
  }
  const last = pauses.at(-1);
  if (last !== undefined && pausedSince !== undefined) pauses[pauses.length - 1] = { ...last, to: undefined };
  return pauses;
};

const stretchesOf = (cycle: Cycle, effect: Crossing['effect']): readonly Stretch[] =>
  effect === 'open' ? [{ from: cycle.startTime, to: cycle.stopTime }] : pausesOf(cycle);

/**
 * The facts that tell the clocks above of one metric of a work item, oldest first, from a traced report: when it holds them
 * and lets them go, or its breaches that nobody excused.
 */
export function childFacts(
  { metricId, effect }: Crossing,
  { metrics, issueId }: Pick<SlaReport, 'metrics' | 'issueId'>,
): readonly ChildFact[] {
  const metric = metrics.find(({ id }) => id === metricId);
  if (metric === undefined) return [];
  const fact = (n: number, at: Instant, what: ChildFact['what'], reason?: string): ChildFact => ({
    kind: 'child',
    at,
    id: `${issueId}:${metricId}:${n}:${what}`,
    by: null,
    issueId,
    metricId,
    what,
    ...(reason === undefined ? {} : { reason }),
  });
  return cyclesOf(metric)
    .slice(-MOST_CYCLES)
    .flatMap((cycle) => {
      const { n, breachTime, excused } = cycle;
      if (effect === 'breach')
        return breachTime === undefined || excused !== undefined ? [] : [fact(n, breachTime, 'breached')];
      return stretchesOf(cycle, effect).flatMap(({ from, to, reason }) => [
        fact(n, from, 'pauses', reason),
        ...(to === undefined ? [] : [fact(n, to, 'resumes')]),
      ]);
    });
}
