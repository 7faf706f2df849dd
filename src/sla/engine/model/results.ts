/** What a replay says: the JSON of `sla replay`. */
import type { DurationMs, Instant, LocalizedText, MetricState } from './base';
import type { Target } from './goals';
import type { MetricDefinition } from './whole';
import type { EventCause, IdleReason, TimelineEvent } from './timeline';

export interface Segment {
  readonly from: Instant;
  readonly to?: Instant;
  readonly type: 'running' | 'paused' | 'offHours';
  readonly holder: { readonly assignee: string | null; readonly group: string | null };
  readonly status: string | null;
  readonly calendarId: string | null;
  readonly cause: { readonly factId?: string; readonly because: EventCause };
  readonly reason?: string;
}

export interface Extension {
  readonly at: Instant;
  readonly ms: DurationMs;
  readonly from: 'target' | 'now';
  readonly by: string | null;
  readonly reason: string;
}

export interface Cycle {
  readonly n: number;
  readonly startTime: Instant;
  readonly stopTime?: Instant;
  readonly state: MetricState;
  readonly breached: boolean;
  readonly goal: {
    readonly id: string;
    readonly name: string;
    readonly order: number;
    readonly target: Target;
  };
  readonly goalDurationMs: DurationMs | null;
  readonly calendarId: string | null;
  readonly zone: string;
  readonly elapsedMs: DurationMs;
  readonly actualElapsedMs: DurationMs;
  readonly remainingMs: DurationMs | null;
  /** When the target runs out if nothing changes; absent while paused without a known resume. */
  readonly dueTime?: Instant;
  /** While paused: the due instant if work resumed now. */
  readonly dueIfResumedNow?: Instant;
  readonly originalDueTime?: Instant;
  readonly breachTime?: Instant;
  readonly pausedMs: DurationMs;
  readonly pausedBy: Readonly<Record<string, DurationMs>>;
  readonly offHoursMs: DurationMs;
  readonly extensions: readonly Extension[];
  readonly excused?: { readonly by: string | null; readonly category: string; readonly reason: string };
  /** The rule of the engine that cancelled it, or `trigger`. */
  readonly cancelledReason?: string;
  /** The version it was judged by, when that is not the one in force. */
  readonly definitionsVersion?: number;
  readonly pausedSince?: Instant;
  readonly pauseReason?: string;
  readonly withinCalendarHours: boolean;
  /** When off hours: the next opening. */
  readonly resumesAt?: Instant;
  readonly segments: readonly Segment[];
}

/** What clocks of other work items, of agreements below, mean to the clocks of a metric. */
export interface ChildClocks {
  /** Those that hold it now. */
  readonly pausing: readonly { readonly issueId: string; readonly metricId: string }[];
  /** The last breach of each that was breached and puts it at risk. */
  readonly breached: readonly {
    readonly issueId: string;
    readonly metricId: string;
    readonly at: Instant;
  }[];
}

/** What finished cycles came to that a stored state does not keep; each is counted once. */
export interface EarlierCycles {
  readonly met: number;
  readonly breached: number;
  readonly cancelled: number;
  readonly excused: number;
  readonly everBreached: boolean;
  /** Working time of all but the cancelled ones. */
  readonly elapsedMs: DurationMs;
}

export interface MetricResult {
  readonly id: string;
  readonly name: LocalizedText;
  readonly kind: 'SLA' | 'OLA' | 'UC';
  readonly agreementId?: string;
  readonly definitionVersion: number;
  readonly method: MetricDefinition['method'];
  readonly state: MetricState;
  readonly breached: boolean;
  readonly everBreached: boolean;
  readonly completedCycles: readonly Cycle[];
  readonly ongoingCycle?: Cycle;
  /** Of a stored state: finished cycles before `completedCycles` that are not kept, as totals. A replay has them all. */
  readonly earlier?: EarlierCycles;
  /** Only where clocks of other work items have told something. */
  readonly children?: ChildClocks;
  /** The number the method reports over all cycles (first, last, sum, span), null where it has none. */
  readonly reportedMs: DurationMs | null;
  readonly events: readonly TimelineEvent[];
  /** Why nothing runs: the scope, no goal that matches, or an empty date. */
  readonly notApplicableWhy?: 'scope' | 'noGoal' | 'noDate';
  /** Why there is no cycle at all, for those who put it into words. Traced reports only. */
  readonly idle?: IdleReason;
}

export interface SlaReport {
  readonly schema: 1;
  readonly issueId: string;
  readonly issueKey: string;
  readonly asOf: Instant;
  readonly definitionsVersion: number;
  readonly metrics: readonly MetricResult[];
  /** The next instant at which something must happen (a due time, an escalation, a known resume). */
  readonly nextInstant?: Instant;
}
