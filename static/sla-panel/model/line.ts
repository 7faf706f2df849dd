/** One promise as the panel shows it, whether it comes from the property's copy or from the replay. */
import type { Bands } from '../../../src/sla/definitions/domain/display/model';
import type { Cycle, Instant, LocalizedText, MetricResult } from '../../../src/sla/engine/model';

export type LineState = 'waiting' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled';

export interface Line {
  readonly id: string;
  readonly name: LocalizedText;
  readonly state: LineState;
  readonly breached: boolean;
  readonly due?: Instant;
  readonly stopped?: Instant;
  /** Working time left, negative when over; null when unknown or nothing is promised. */
  readonly remainingMs: number | null;
  readonly goalMs: number | null;
  readonly goalName?: string;
  readonly zone: string;
  readonly pauseReason?: string;
  readonly pausedSince?: Instant;
  /** What broke below it, when, and (only from the replay) by which agreement that is a risk here. */
  readonly risk?: {
    readonly name: LocalizedText;
    readonly at: Instant;
    /** On another work item. */
    readonly elsewhere: boolean;
    readonly agreement?: string;
  };
  /** Off hours now; counting goes on then. */
  readonly resumesAt?: Instant;
  /** When it turns to attention and to a warning; as by default when left out. */
  readonly bands?: Bands;
  /** Only from the replay. */
  readonly exact?: { readonly metric: MetricResult; readonly cycle: Cycle };
}

const RANK: Readonly<Record<LineState, number>> = {
  running: 1,
  waiting: 2,
  paused: 3,
  met: 4,
  missed: 4,
  cancelled: 5,
};

const rankOf = (line: Line): number => (line.state === 'running' && line.breached ? 0 : RANK[line.state]);

/** What needs somebody first: breached and running, soonest due, waiting, paused, finished (newest first). */
export const inOrder = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => {
    const byRank = rankOf(a) - rankOf(b);
    if (byRank !== 0) return byRank;
    if (rankOf(a) === RANK.met) return (b.stopped ?? 0) - (a.stopped ?? 0);
    return (a.due ?? Infinity) - (b.due ?? Infinity);
  });
