import type { Cycle, DurationMs, FieldValue, Instant } from '../model';

/** An extension: at, ms, `t`arget or `n`ow, by, reason. */
export type StoredExtension = readonly [Instant, DurationMs, 't' | 'n', string | null, string];

/** One cycle. Absent keys mean "no". */
export interface CycleState {
  /** Number, from 1. */
  number: number;
  /** Start. */
  startedAt: Instant;
  /** Stop or cancellation. */
  endedAt?: Instant;
  /** Cancelled, and why. */
  cancelledWhy?: string;
  /** Index of the goal in the metric, the target in working ms (null: none), the calendar. */
  goalIndex: number;
  targetMs: DurationMs | null;
  calendarId: string | null;
  /** Changes of goal, target or extension so far: part of escalation keys. */
  changes?: number;
  /** Working and wall time accrued before `r`. */
  workedMs: DurationMs;
  wallMs: DurationMs;
  /** Running since. */
  runningSince?: Instant;
  /** Paused since, its reason, since when for this reason, when it is known to end, and when its reason ends before it. */
  pausedSince?: Instant;
  pauseReason?: string;
  reasonSince?: Instant;
  pauseEndsAt?: Instant;
  reasonEndsAt?: Instant;
  /** Wall time paused by reason. */
  pausedMs?: Record<string, DurationMs>;
  /** The due instant when it no longer moves; `k`: because the target is a date. */
  fixedDue?: Instant;
  dueIsDate?: 1;
  /** The due instant of a business-day target while nothing has moved it. */
  dueUnmoved?: Instant;
  /** The first promise. */
  firstDue?: Instant;
  /** Breach instant when it isn't the due instant: the goal changed too late to be met. */
  breachedAt?: Instant;
  /** Was breached before a later goal or extension mended it. */
  everBreached?: 1;
  /** Other metrics were told of the breach. */
  breachTold?: 1;
  extensions?: StoredExtension[];
  /** Excused: by, category, reason. */
  excused?: readonly [string | null, string, string];
  /** Finished under a rule that has been superseded: what was judged then. */
  judged?: Cycle;
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
  startHeld?: 1;
  /** The pause held after the last fact; matters only with resume triggers. */
  pauseHeld?: 1;
  /** A start waits for a goal or a date, since. */
  pendingSince?: Instant;
  /** Why it waits. */
  pendingWhy?: 'noGoal' | 'noDate';
  /** A start waits for the issue to come into the scope, or to come back. */
  waitsForScope?: 1;
  /** A stop came before any start. */
  stoppedFirst?: 1;
  /** Paused by hand: reason, known end. */
  pausedByHand?: readonly [string, Instant | null];
  /** Clocks of other work items that hold this one: work item, metric, reason. */
  holdingChildren?: readonly HoldingChild[];
  /** The last breach of each that puts this one at risk: work item, metric, instant. */
  breachedChildren?: readonly BreachedChild[];
  /** Pauses since creation, for retroactive starts: from, to, reason, and when one under way is known to end. */
  pauses?: [Instant, Instant | null, string, Instant?][];
  /** What earlier finished cycles came to that are not in `y` any more. */
  earlier?: EarlierTotals;
  cycles: CycleState[];
}

/** A cycle as stored: without what follows from its goal or its other keys. */
export type SparseCycle = Pick<CycleState, 'number' | 'startedAt' | 'goalIndex'> & Partial<CycleState>;

export type SparseRun = Omit<MetricRun, 'cycles'> & { readonly cycles: readonly SparseCycle[] };

/** Where a fact stands in its issue's order: at, id, kind. */
export type FactPosition = readonly [Instant, string, string];

/**
 * An issue's SLA as it can be stored and continued: plain JSON, no segments. Made by `open`, moved by `advance`,
 * read by `reportOf`. Valid only with the definitions whose version is `dv`.
 */
export interface SlaState {
  readonly schema: 1;
  readonly version: number;
  readonly issueId: string;
  readonly issueKey: string;
  readonly createdAt: Instant;
  /** The last fact taken in; null before the first. */
  readonly lastFact: FactPosition | null;
  /** Current values of the fields the definitions look at. */
  readonly fields: Record<string, FieldValue>;
  /** Metrics measured by a superseded revision: the last version in which it was in force. */
  readonly revisions?: Readonly<Record<string, number>>;
  readonly runs: readonly SparseRun[];
}
