import { cyclesOf } from '../model/cycles-of';
import type { Cycle, DurationMs, Instant, Segment, SlaReport } from '../model';

/** Time spent under one holder, or in one status. */
export interface Share {
  readonly key: string | null;
  readonly runningMs: DurationMs;
  readonly pausedMs: DurationMs;
  readonly offHoursMs: DurationMs;
  /** Part of the cycle's target used, in percent; null without a target. */
  readonly percentOfTarget: number | null;
  /** Whether the cycle breached during this share. */
  readonly breachedHere: boolean;
}

export interface Breakdown {
  readonly metricId: string;
  readonly cycle: number;
  readonly shares: readonly Share[];
}

export interface Attribution {
  readonly metricId: string;
  readonly cycle: number;
  readonly breachTime: Instant;
  /** The holder with the most working time; of equals the last. Null: nobody held it. */
  readonly responsible: string | null;
  readonly shares: readonly Share[];
}

const lengthOf = (segments: readonly Segment[], type: Segment['type']): DurationMs =>
  segments.reduce((sum, each) => (each.type === type ? sum + (each.to ?? each.from) - each.from : sum), 0);

const shareOf = (cycle: Cycle, key: string | null, segments: readonly Segment[]): Share => {
  const runningMs = lengthOf(segments, 'running');
  const { breachTime, goalDurationMs } = cycle;
  const isHere = ({ from, to = from }: Segment): boolean =>
    breachTime !== undefined && from < breachTime && breachTime <= to;
  return {
    key,
    runningMs,
    pausedMs: lengthOf(segments, 'paused'),
    offHoursMs: lengthOf(segments, 'offHours'),
    percentOfTarget:
      goalDurationMs === null || goalDurationMs === 0 ? null : (runningMs / goalDurationMs) * 100,
    breachedHere: segments.some(isHere),
  };
};

const sharesOf = (cycle: Cycle, keyOf: (segment: Segment) => string | null): readonly Share[] => {
  const groups = new Map<string | null, Segment[]>();
  for (const segment of cycle.segments) {
    const key = keyOf(segment);
    const group = groups.get(key) ?? [];
    group.push(segment);
    groups.delete(key);
    groups.set(key, group);
  }
  return [...groups].map(([key, segments]) => shareOf(cycle, key, segments));
};

/** Of a report only its metrics matter here. */
type Measured = Pick<SlaReport, 'metrics'>;

const breakdown = (report: Measured, keyOf: (segment: Segment) => string | null): readonly Breakdown[] =>
  report.metrics.flatMap((metric) =>
    cyclesOf(metric).map((cycle) => ({
      metricId: metric.id,
      cycle: cycle.n,
      shares: sharesOf(cycle, keyOf),
    })),
  );

/** Each cycle split by assignee or by group (sla-rules §7.4). Needs a traced report; holders in the order they last held. */
export const timeByHolder = (report: Measured, by: 'assignee' | 'group' = 'assignee'): readonly Breakdown[] =>
  breakdown(report, (segment) => segment.holder[by]);

/** Each cycle split by status. Needs a traced report. */
export const timeByStatus = (report: Measured): readonly Breakdown[] =>
  breakdown(report, (segment) => segment.status);

const beyond = (share: Share, allowed: (key: string | null) => DurationMs): DurationMs =>
  Math.max(0, share.runningMs - allowed(share.key));

/**
 * Who answers for each breach: the holder with the most working time beyond what its own OLA allows; of equals the last
 * (sla-rules §7.3). `allowedMs` is that allowance, 0 for holders without an OLA.
 */
export const attributeBreaches = (
  report: SlaReport,
  by: 'assignee' | 'group' = 'group',
  allowedMs: (holder: string | null) => DurationMs = () => 0,
): readonly Attribution[] =>
  report.metrics.flatMap((metric) =>
    cyclesOf(metric).flatMap((cycle) => {
      if (cycle.breachTime === undefined) return [];
      const shares = sharesOf(cycle, (segment) => segment.holder[by]);
      const most = Math.max(0, ...shares.map((share) => beyond(share, allowedMs)));
      const responsible = shares.findLast((share) => beyond(share, allowedMs) === most)?.key ?? null;
      return [{ metricId: metric.id, cycle: cycle.n, breachTime: cycle.breachTime, responsible, shares }];
    }),
  );
