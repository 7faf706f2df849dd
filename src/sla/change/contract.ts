/** Changing definitions safely: what a change would do, applying it with a scope, following and undoing it. */
import type { Difference } from '../../kernel/diff';
import type { Result } from '../../kernel/result';
import type { Problem } from '../domain/definitions/problem';
import type {
  Agreement,
  CalendarDefinition,
  HolidaySet,
  Instant,
  MetricDefinition,
  MetricState,
  SlaDefinitions,
} from '../domain/model';

/** What somebody wants to save. */
export type ChangeTarget =
  | { readonly kind: 'metric'; readonly metric: MetricDefinition }
  | { readonly kind: 'calendar'; readonly calendar: CalendarDefinition }
  | { readonly kind: 'holidaySet'; readonly holidaySet: HolidaySet }
  | { readonly kind: 'agreement'; readonly agreement: Agreement };

/**
 * `new`: only cycles that start later follow the new rule. `future`: cycles under way keep the time counted and follow it
 * from then on. `replay`: cycles under way are measured again from their start. `closed`: so are those that ended since a
 * date. In all others finished cycles stay as they were judged.
 */
export type ChangeScope = 'new' | 'future' | 'replay' | 'closed';

export interface ChangePlan {
  readonly scope: ChangeScope;
  /** `new` and `future`: when the new rule takes effect; now when left out. At most seven days ahead. */
  readonly from?: Instant | undefined;
  /** `closed`: cycles that ended after this instant are judged again. */
  readonly closedSince?: Instant | undefined;
}

/**
 * `none`: nothing differs. `words`: only what is shown; no clock changes. `unused`: what no clock counts on. `tells`: whom
 * escalations reach, and when. `goals`: how much time, in which hours. `conditions`: what starts, pauses and stops a clock.
 */
export type ChangeImpact = 'none' | 'words' | 'unused' | 'tells' | 'goals' | 'conditions';

export interface CycleSays {
  readonly state: MetricState;
  readonly breached: boolean;
  readonly due?: Instant | undefined;
}

/** `metToBreached`, `breachedToMet`: finished cycles. `breachedNow`, `notBreached`: cycles under way. */
export type FlipKind =
  'metToBreached' | 'breachedToMet' | 'breachedNow' | 'notBreached' | 'due' | 'appears' | 'disappears';

/** One cycle that says something else after a change; `null`: there is none. */
export interface CycleChange {
  readonly issueId: string;
  readonly issueKey: string;
  readonly metricId: string;
  readonly cycle: number;
  readonly kind: FlipKind;
  readonly before: CycleSays | null;
  readonly after: CycleSays | null;
}

export type FlipCounts = Readonly<Record<FlipKind, number>>;

export interface DryRun {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Work items looked at, and about how many there are. */
  readonly checked: number;
  readonly total: number;
  /** Cycles under way of the metrics concerned. */
  readonly openCycles: number;
  /** Work items of which some cycle changes. */
  readonly changedIssues: number;
  readonly counts: FlipCounts;
  /** Verdicts that turn first, then moved due times; at most 200. */
  readonly rows: readonly CycleChange[];
  /** The instant for which both rules were compared. */
  readonly asOf: Instant;
}

export interface Recalculation {
  readonly id: string;
  readonly state: 'running' | 'waiting' | 'done' | 'cancelled' | 'failed';
  readonly reason: 'installed' | 'imported' | 'definitions' | 'asked';
  /** The definitions version it brings records to; none for an import or an installation. */
  readonly version?: number | undefined;
  readonly checked: number;
  readonly total: number;
  readonly percent: number;
  readonly changed: number;
  readonly startedAt: Instant;
  /** While it waits for a change to take effect. */
  readonly resumesAt?: Instant | undefined;
}

export interface SlaChange {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  /** As in the audit: `sla.metric.saved`. */
  readonly action: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly differences: readonly Difference[];
  /** None where no clock changed. */
  readonly scope?: ChangeScope | undefined;
  readonly from?: Instant | undefined;
  readonly closedSince?: Instant | undefined;
  /** A rollback: the version it undid. */
  readonly undoes?: number | undefined;
  readonly undoneBy?: number | undefined;
  /** What its recalculation did; it may still be under way. */
  readonly counts?: FlipCounts | undefined;
  readonly changedIssues?: number | undefined;
  readonly logPages?: number | undefined;
  /** Until when it can be undone; none when it can't be. */
  readonly undoUntil?: Instant | undefined;
}

export interface ChangeApplied {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
  /** None when no record has to be looked at. */
  readonly recalculation: Recalculation | null;
}

interface Proposed {
  /** The version the editor has read. */
  readonly version: number;
  readonly target: ChangeTarget;
}

export type SlaChangeCalls = {
  /** What a change touches, before anything is computed. CONFLICT and INVALID_DEFINITION as for a save. */
  'sla.assessChange': (payload: Proposed) => Result<{
    impact: ChangeImpact;
    differences: readonly Difference[];
    /** The scope offered first. */
    scope: ChangeScope;
    problems: readonly Problem[];
  }>;
  /** Replays real work items with both rules. Small sites get the whole answer at once; ask `sla.dryRun` for the rest. */
  'sla.startDryRun': (payload: Proposed & { plan: ChangePlan }) => Result<{ dryRun: DryRun }>;
  /** `null` when another has taken its place. */
  'sla.dryRun': (payload: { id: string }) => Result<{ dryRun: DryRun | null }>;
  'sla.applyChange': (payload: Proposed & { plan: ChangePlan }) => Result<ChangeApplied>;
  /** The latest changes, newest first, and the recalculation under way or last done. */
  'sla.changes': (payload: Record<string, never>) => Result<{
    version: number;
    changes: readonly SlaChange[];
    recalculation: Recalculation | null;
  }>;
  /** What the recalculation of a change did to each cycle, for seven days. */
  'sla.changeLog': (payload: { version: number; page: number }) => Result<{
    rows: readonly CycleChange[];
    pages: number;
  }>;
  /** Restores the definitions before a change as a new version, and the records with them. For seven days. */
  'sla.rollBack': (payload: { version: number; undo: number }) => Result<ChangeApplied>;
  /** The one call for whoever shows numbers of records: are they being recalculated, and how far is it? */
  'sla.recalculation': (payload: Record<string, never>) => Result<{ recalculation: Recalculation | null }>;
  'sla.cancelRecalculation': (
    payload: Record<string, never>,
  ) => Result<{ recalculation: Recalculation | null }>;
  /** Goes on with one that was cancelled or failed. */
  'sla.resumeRecalculation': (
    payload: Record<string, never>,
  ) => Result<{ recalculation: Recalculation | null }>;
};
