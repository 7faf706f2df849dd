/** A cycle's segments as stretches a person can read: working time and the nights between are one stretch. */
import { sameValues } from '../../../src/kernel/same-values';
import type { Cycle, EventCause, Segment } from '../../../src/sla/engine/model';

export interface Stretch {
  readonly kind: 'running' | 'paused';
  readonly from: number;
  readonly to: number;
  /** Working time in it; the length itself while paused. */
  readonly countedMs: number;
  readonly reason?: string;
  readonly factId?: string;
  readonly because: EventCause;
}

const isSame = (stretch: Stretch | undefined, segment: Segment): stretch is Stretch =>
  stretch !== undefined &&
  stretch.factId === segment.cause.factId &&
  sameValues(stretch.because, segment.cause.because) &&
  stretch.kind === (segment.type === 'paused' ? 'paused' : 'running');

/** Consecutive segments of one cause as one stretch, in order. Open segments end at `now`. */
export const stretchesOf = (cycle: Cycle, now: number): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const segment of cycle.segments) {
    const to = segment.to ?? now;
    const counted = segment.type === 'offHours' ? 0 : to - segment.from;
    const last = stretches.at(-1);
    if (isSame(last, segment)) {
      stretches[stretches.length - 1] = { ...last, to, countedMs: last.countedMs + counted };
    } else {
      stretches.push({
        kind: segment.type === 'paused' ? 'paused' : 'running',
        from: segment.from,
        to,
        countedMs: counted,
        reason: segment.reason,
        factId: segment.cause.factId,
        because: segment.cause.because,
      });
    }
  }
  return stretches;
};

export interface Piece {
  readonly type: Segment['type'];
  /** Share of the whole, 0 to 1. */
  readonly share: number;
}

/** More pieces than this can't be told apart in a panel. */
const MOST_PIECES = 60;

/** The bar: each segment's share of the wall time. Of a long history nights and days are drawn as one. */
export const barOf = (cycle: Cycle, now: number): readonly Piece[] => {
  const detailed = cycle.segments.map((segment) => ({
    type: segment.type,
    ms: (segment.to ?? now) - segment.from,
  }));
  const coarse = stretchesOf(cycle, now).map((stretch) => ({
    type: stretch.kind,
    ms: stretch.to - stretch.from,
  }));
  const pieces = detailed.length <= MOST_PIECES ? detailed : coarse;
  const whole = pieces.reduce((sum, piece) => sum + piece.ms, 0);
  return whole <= 0 ? [] : pieces.map((piece) => ({ type: piece.type, share: piece.ms / whole }));
};
