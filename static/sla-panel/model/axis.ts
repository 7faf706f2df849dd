/** A cycle as a line of time: bands from its start to its end or its due time, and the moments that matter. */
import { sameValues } from '../../../src/kernel/same-values';
import type { Cycle, Segment } from '../../../src/sla/engine/model';

/** What the time in a band is: as the engine says, or what lies between now (or the end) and the due time. */
export type BandKind = Segment['type'] | 'ahead';

export interface Band {
  readonly kind: BandKind;
  readonly from: number;
  readonly to: number;
  /** Working time in it. */
  readonly countedMs: number;
  /** After the breach. */
  readonly late: boolean;
  /** What the engine says of it; nothing of what lies ahead. */
  readonly segment?: Segment;
}

export type MarkKind =
  | 'started'
  | 'due'
  | 'dueIfResumed'
  | 'breached'
  | 'now'
  | 'met'
  | 'missed'
  | 'cancelled';

/** A moment on the axis and all that it is: due and breached are one moment without grace. */
export interface Mark {
  readonly at: number;
  readonly kinds: readonly MarkKind[];
}

/** Where a mark's label stands: in the left half from its line on, in the right half up to it, in rows from the axis up. */
export interface Placed extends Mark {
  readonly side: 'left' | 'right';
  readonly row: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Bands adjoin and cover the span; marks lie in it, in order. */
export interface Axis extends Span {
  readonly bands: readonly Band[];
  readonly marks: readonly Mark[];
}

/** Ends of finished cycles, by their state. */
const ENDS: Readonly<Partial<Record<Cycle['state'], MarkKind>>> = {
  MET: 'met',
  BREACHED_STOPPED: 'missed',
  CANCELLED: 'cancelled',
};

/** A cycle of a traced report as it stands at `now` (ms); one that is cancelled ends there, any other reaches to its due time. */
export const axisOf = (cycle: Cycle, now: number): Axis => {
  const from = cycle.startTime;
  const end = cycle.stopTime ?? Math.max(now, from);
  const due = cycle.state === 'CANCELLED' ? undefined : (cycle.dueTime ?? cycle.dueIfResumedNow);
  const to = Math.max(end, due ?? end);
  const ahead: Band = { kind: 'ahead', from: end, to, countedMs: 0, late: false };
  const bands = cycle.segments.flatMap((segment) => bandsOf(segment, end, cycle.breachTime ?? Infinity));
  return { from, to, bands: to > end ? [...bands, ahead] : bands, marks: marksOf(cycle, end, due) };
};

/** A segment, cut in two where the breach lies in it. */
const bandsOf = (segment: Segment, end: number, breach: number): readonly Band[] => {
  const { type, from, to = end } = segment;
  const band = (start: number, stop: number): Band => ({
    kind: type,
    from: start,
    to: stop,
    countedMs: type === 'running' ? stop - start : 0,
    late: start >= breach,
    segment,
  });
  return from < breach && breach < to ? [band(from, breach), band(breach, to)] : [band(from, to)];
};

const marksOf = (cycle: Cycle, end: number, due: number | undefined): readonly Mark[] => {
  const ended = cycle.stopTime === undefined ? 'now' : (ENDS[cycle.state] ?? 'met');
  const moments: readonly (readonly [MarkKind, number | undefined])[] = [
    ['started', cycle.startTime],
    [cycle.dueTime === undefined ? 'dueIfResumed' : 'due', due],
    ['breached', cycle.breachTime],
    [ended, end],
  ];
  const kinds = new Map<number, MarkKind[]>();
  for (const [kind, at] of moments) if (at !== undefined) kinds.set(at, [...(kinds.get(at) ?? []), kind]);
  return [...kinds].map(([at, all]) => ({ at, kinds: all })).sort((a, b) => a.at - b.at);
};

/** More bands than this can't be told apart. */
const MOST_BANDS = 60;

/** The part of an axis that lies in a span; where it has too many bands, days and the nights between as one. */
export const within = (axis: Axis, { from, to }: Span): Axis => {
  const bands = axis.bands.flatMap((band) => {
    const cut = { ...band, from: Math.max(from, band.from), to: Math.min(to, band.to) };
    return cut.from < cut.to ? [{ ...cut, countedMs: band.kind === 'running' ? cut.to - cut.from : 0 }] : [];
  });
  return {
    from: Math.max(from, axis.from),
    to: Math.min(to, axis.to),
    bands: bands.length > MOST_BANDS ? bands.reduce(joined, []) : bands,
    marks: axis.marks.filter(({ at }) => from <= at && at <= to),
  };
};

/** Adds a band to others: to the last of them where only working hours tell them apart. */
const joined = (bands: readonly Band[], band: Band): readonly Band[] => {
  const last = bands.at(-1);
  if (last === undefined || !isOneStretch(last, band)) return [...bands, band];
  const countedMs = last.countedMs + band.countedMs;
  const kind = countedMs > 0 ? 'running' : last.kind;
  return [...bands.slice(0, -1), { ...last, kind, to: band.to, countedMs }];
};

const isOneStretch = (a: Band, b: Band): boolean =>
  a.late === b.late &&
  (a.kind === 'paused') === (b.kind === 'paused') &&
  a.segment !== undefined &&
  sameValues(a.segment.cause, b.segment?.cause);

/** Places the labels of an axis' marks: a row for each of a side, so that no line down to the axis crosses a label. */
export const placedMarks = ({ from, to, marks }: Axis): readonly Placed[] => {
  const left = marks.filter(({ at }) => at <= (from + to) / 2);
  return marks.map((mark, i) => ({
    ...mark,
    side: i < left.length ? 'left' : 'right',
    row: i < left.length ? left.length - 1 - i : i - left.length,
  }));
};
