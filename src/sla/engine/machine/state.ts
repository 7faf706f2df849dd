import type { Cycle, DurationMs, FieldValue, Instant } from '../model';

/** An extension: at, ms, `t`arget or `n`ow, by, reason. */
export type StoredExtension = readonly [Instant, DurationMs, 't' | 'n', string | null, string];

/** One cycle, as small as it can be stored. Absent keys mean "no". */
export interface CycleState {
  /** Number, from 1. */
  n: number;
  /** Start. */
  s: Instant;
  /** Stop or cancellation. */
  e?: Instant;
  /** Cancelled, and why. */
  x?: string;
  /** Index of the goal in the metric, the target in working ms (null: none), the calendar. */
  g: number;
  t: DurationMs | null;
  c: string | null;
  /** Changes of goal, target or extension so far: part of escalation keys. */
  v?: number;
  /** Working and wall time accrued before `r`. */
  a: DurationMs;
  w: DurationMs;
  /** Running since. */
  r?: Instant;
  /** Paused since, its reason, since when for this reason, when it is known to end, and when its reason ends before it. */
  p?: Instant;
  pr?: string;
  ps?: Instant;
  ra?: Instant;
  rc?: Instant;
  /** Wall time paused by reason. */
  pb?: Record<string, DurationMs>;
  /** The due instant when it no longer moves; `k`: because the target is a date. */
  d?: Instant;
  k?: 1;
  /** The due instant of a business-day target while nothing has moved it. */
  bd?: Instant;
  /** The first promise. */
  o?: Instant;
  /** Breach instant when it isn't the due instant: the goal changed too late to be met. */
  b?: Instant;
  /** Was breached before a later goal or extension mended it. */
  eb?: 1;
  /** Other metrics were told of the breach. */
  bn?: 1;
  xs?: StoredExtension[];
  /** Excused: by, category, reason. */
  ex?: readonly [string | null, string, string];
  /** Finished under a rule that has been superseded: what was judged then. */
  z?: Cycle;
}

/**
 * Totals over cycles that are no longer stored: met, breached, cancelled and excused ones (each counted once), whether any was
 * ever breached, and their working time, cancelled ones left out.
 */
export type EarlierTotals = readonly [
  met: number,
  breached: number,
  cancelled: number,
  excused: number,
  everBreached: 0 | 1,
  elapsedMs: DurationMs,
];

export type HoldingChild = readonly [issueId: string, metricId: string, reason: string];
export type BreachedChild = readonly [issueId: string, metricId: string, at: Instant];

/** One metric of one issue. */
export interface MetricRun {
  id: string;
  /** The start state held after the last fact. */
  lv?: 1;
  /** The pause held after the last fact; matters only with resume triggers. */
  pl?: 1;
  /** A start waits for a goal or a date, since. */
  pd?: Instant;
  /** Why it waits. */
  na?: 'noGoal' | 'noDate';
  /** A start waits for the issue to come into the scope, or to come back. */
  ws?: 1;
  /** A stop came before any start. */
  sb?: 1;
  /** Paused by hand: reason, known end. */
  mp?: readonly [string, Instant | null];
  /** Clocks of other work items that hold this one: work item, metric, reason. */
  ch?: readonly HoldingChild[];
  /** The last breach of each that puts this one at risk: work item, metric, instant. */
  cb?: readonly BreachedChild[];
  /** Pauses since creation, for retroactive starts: from, to, reason, and when one under way is known to end. */
  q?: [Instant, Instant | null, string, Instant?][];
  /** What earlier finished cycles came to that are not in `y` any more. */
  h?: EarlierTotals;
  y: CycleState[];
}

/** A cycle as stored: without what follows from its goal or its other keys. */
export type StoredCycle = Pick<CycleState, 'n' | 's' | 'g'> & Partial<CycleState>;

export type StoredRun = Omit<MetricRun, 'y'> & { readonly y: readonly StoredCycle[] };

/** Where a fact stands in its issue's order: at, id, kind. */
export type FactPosition = readonly [Instant, string, string];

/**
 * An issue's SLA as it can be stored and continued: plain JSON, no segments. Made by `open`, moved by `advance`,
 * read by `reportOf`. Valid only with the definitions whose version is `dv`.
 */
export interface SlaState {
  readonly schema: 1;
  readonly dv: number;
  readonly issueId: string;
  readonly issueKey: string;
  readonly createdAt: Instant;
  /** The last fact taken in; null before the first. */
  readonly lastFact: FactPosition | null;
  /** Current values of the fields the definitions look at. */
  readonly f: Record<string, FieldValue>;
  /** Metrics measured by a superseded revision: the last version in which it was in force. */
  readonly rv?: Readonly<Record<string, number>>;
  readonly m: readonly StoredRun[];
}
