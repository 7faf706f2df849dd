/**
 * The words of the SLA engine: calendars, metrics, goals, history in; cycles and segments out.
 * Instants are integer milliseconds UTC; durations are integer milliseconds; intervals are half-open.
 */

import type { SlaDisplay } from './display/model';

export type Instant = number;
export type DurationMs = number;
/** A date in the calendar's own zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A wall-clock time, `HH:MM`; an end may be `24:00`. */
export type LocalTime = string;
/** `[start, end]`; an end at or before the start runs past midnight and belongs to its start day. */
export type Hours = readonly [LocalTime, LocalTime];
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
/** A text with its translations: `en` is the fallback. */
export type LocalizedText = { readonly en: string; readonly ru?: string };

// ---------------------------------------------------------------- calendars

export type Holiday =
  | { readonly kind: 'date'; readonly date: LocalDate; readonly name: string }
  /** Every year on this month and day; 29 February only in leap years. */
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number; readonly name: string }
  /** The nth weekday of a month; `nth: -1` is the last. */
  | {
      readonly kind: 'rule';
      readonly month: number;
      readonly weekday: Weekday;
      readonly nth: number;
      readonly name: string;
    };

/** Replaces a date's hours and wins over a holiday; no hours means closed. */
export interface CalendarException {
  readonly date: LocalDate;
  readonly hours: readonly Hours[];
  readonly name: string;
}

/** A country (ISO 3166), or a region of it. */
export interface HolidaySource {
  readonly country: string;
  readonly region?: string;
}

export interface HolidaySet {
  readonly id: string;
  readonly name: string;
  readonly holidays: readonly Holiday[];
  /** Where its public holidays were taken from, so that the next year can be added. */
  readonly source?: HolidaySource;
}

export interface CalendarDefinition {
  readonly id: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly Hours[]>>>;
  readonly holidays: readonly Holiday[];
  readonly holidaySetIds: readonly string[];
  readonly exceptions: readonly CalendarException[];
  /** Where its own public holidays were taken from. */
  readonly holidaySource?: HolidaySource;
  /** Length of `1 business day`; the average working day when left out. */
  readonly nominalDayMs?: DurationMs;
}

// ---------------------------------------------------------------- conditions

/**
 * What must hold of the issue's current fields. Values are ids (status, priority, accounts, groups, options);
 * an empty field has no value. `statusCategory` is `new`, `indeterminate` or `done`.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly op: 'in' | 'notIn'; readonly values: readonly string[] }
  | { readonly field: string; readonly op: 'set' | 'empty' }
  | { readonly field: string; readonly op: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: number };

/** Who wrote a comment, seen from the request: the app and automation are `app`. */
export type CommentAuthor = 'requester' | 'agent' | 'app';

/** Something that must happen, or (`while`) something that must hold. */
export type Trigger =
  | { readonly on: 'created' }
  | {
      readonly on: 'changed';
      readonly field: string;
      readonly from?: readonly string[];
      readonly to?: readonly string[];
      /** Only `set` (from empty), only `cleared` (to empty), or any change. */
      readonly edge?: 'set' | 'cleared';
      /** And this must hold after the change. */
      readonly and?: Condition;
    }
  | {
      readonly on: 'commented';
      readonly by: readonly CommentAuthor[];
      readonly audience: 'public' | 'internal' | 'any';
      readonly groups?: readonly string[];
    }
  | { readonly on: 'approval'; readonly decision: 'requested' | 'approved' | 'declined' | 'any' }
  | { readonly on: 'linked' | 'unlinked'; readonly linkTypes?: readonly string[] }
  | {
      readonly on: 'metric';
      readonly metricId: string;
      readonly to: 'started' | 'met' | 'breached' | 'stopped' | 'paused';
    }
  | { readonly on: 'while'; readonly condition: Condition };

export interface PauseRule {
  /** Reported under this reason: `requester`, `vendor`, `approval`, `scheduled`, or the admin's own word. */
  readonly reason: string;
  readonly when: Condition;
  /** A date field saying when work goes on; with it a due instant exists while paused. */
  readonly resumeAtField?: string;
}

export type CancelRule =
  | { readonly when: 'never' }
  | { readonly when: 'startNoLongerHolds' }
  | { readonly when: 'trigger'; readonly any: readonly Trigger[] };

export type ActionKind = 'cancel' | 'stop' | 'reset' | 'pause' | 'resume' | 'start';

// ---------------------------------------------------------------- goals

export type Target =
  | { readonly kind: 'duration'; readonly ms: DurationMs }
  /** Same wall time on the Nth following working day, or the end of that day. */
  | { readonly kind: 'businessDays'; readonly days: number; readonly endOfDay: boolean }
  /** The field is the due instant; a date-only field is due at `time` in the calendar's zone. */
  | {
      readonly kind: 'dateField';
      readonly field: string;
      readonly time: LocalTime;
      readonly outside: 'previousClosing' | 'nextOpening';
    }
  | { readonly kind: 'durationField'; readonly field: string; readonly unitMs: DurationMs }
  /** N working days ahead by a wall time, or by the end of that working day. */
  | { readonly kind: 'relative'; readonly days: number; readonly by: 'endOfDay' | (LocalTime & {}) }
  /** Measured, not promised. */
  | { readonly kind: 'none' };

/** Which calendar counts; `null` is 24×7. */
export type CalendarSource =
  | { readonly kind: 'fixed'; readonly calendarId: string | null }
  /** Looked up by the field's current value (`assignee`, `group`, a location field, …) at each segment. */
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly map: Readonly<Record<string, string>>;
      readonly fallback: string | null;
    };

export interface Goal {
  readonly id: string;
  readonly name: string;
  /** Left out: all remaining issues. */
  readonly when?: Condition;
  readonly target: Target;
  readonly calendar: CalendarSource;
}

// ---------------------------------------------------------------- escalations

export type EscalationAt =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'beforeDue'; readonly ms: DurationMs; readonly clock: 'calendar' | 'wall' }
  | { readonly kind: 'afterDue'; readonly ms: DurationMs; readonly clock: 'calendar' | 'wall' };

export type Recipient =
  | { readonly kind: 'assignee' | 'reporter' | 'itemOwner' | 'slaManagers' | 'manager' }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'group'; readonly groupId: string; readonly name: string }
  | { readonly kind: 'role'; readonly roleId: string }
  | { readonly kind: 'userField'; readonly field: string };

export type EscalationAction =
  /** An internal comment that mentions the recipients, so that Jira itself notifies them. */
  | { readonly kind: 'comment'; readonly to: readonly Recipient[]; readonly text?: LocalizedText }
  | { readonly kind: 'notify'; readonly to: readonly Recipient[]; readonly text?: LocalizedText }
  | { readonly kind: 'assign'; readonly to: Recipient }
  | { readonly kind: 'priority'; readonly priorityId: string }
  | { readonly kind: 'transition'; readonly toStatusId: string }
  | { readonly kind: 'label'; readonly label: string }
  | {
      readonly kind: 'createLinked';
      readonly projectId: string;
      readonly issueTypeId: string;
      readonly linkType: string;
      readonly summary: string;
    }
  | { readonly kind: 'property'; readonly key: string };

export interface EscalationLevel {
  readonly id: string;
  readonly name: string;
  readonly at: EscalationAt;
  readonly when?: Condition;
  readonly actions: readonly EscalationAction[];
  /**
   * Acts again so long after each time, on the level's own clock, while the cycle runs: until twice the target is used
   * up (features §4.9.8). Left out: once per cycle.
   */
  readonly repeatEveryMs?: DurationMs;
  /** `ignore`: tells people even in quiet hours (on-call). `hold`, or left out: waits until they end. */
  readonly quiet?: 'hold' | 'ignore';
}

// ---------------------------------------------------------------- metrics and agreements

export interface MetricDefinition {
  /** Stable: renaming never changes it. */
  readonly id: string;
  readonly name: LocalizedText;
  readonly kind: 'SLA' | 'OLA' | 'UC';
  readonly agreementId?: string;
  readonly version: number;
  readonly effectiveFrom?: Instant;
  readonly active: boolean;
  /** From `at` on no cycle starts; those under way finish, or are cancelled then. The metric keeps its name and its past. */
  readonly retired?: { readonly at: Instant; readonly open: 'finish' | 'cancel' };
  /** Which issues the metric measures; `projectId` and `issuetype` are fields like others. */
  readonly scope: Condition;
  readonly start: readonly Trigger[];
  readonly stop: readonly Trigger[];
  readonly pause: readonly PauseRule[];
  /** Left out: resumes when no pause rule holds. */
  readonly resume?: readonly Trigger[];
  readonly cancel: CancelRule;
  readonly reset?: { readonly on: readonly Trigger[]; readonly finished: 'keep' | 'restart' | 'invalidate' };
  readonly method: 'first' | 'last' | 'every' | 'sum' | 'span';
  readonly goals: readonly Goal[];
  readonly goalChange: 'carry' | 'restart' | 'keep' | 'retroactive';
  /** Retroactive start: a date field (`created`, …) the clock counts from. */
  readonly startFromField?: string;
  readonly retroactivePause: boolean;
  readonly order?: readonly ActionKind[];
  /** A reopen within so much working time undoes the stop. */
  readonly undoStopMs: DurationMs;
  readonly graceMs: DurationMs;
  readonly stopBeforeStart: 'met' | 'ignore';
  readonly escalations: readonly EscalationLevel[];
  /** What the requester sees of it. */
  readonly visibility: 'hidden' | 'state' | 'date';
  /** What the metric must answer; a save that breaks one is refused. No replay needs them. */
  readonly tests?: readonly SlaTestCase[];
}

export interface Agreement {
  readonly id: string;
  readonly name: string;
  readonly kind: 'SLA' | 'OLA' | 'UC';
  readonly parentId?: string;
  readonly provider: string;
  readonly consumers: readonly string[];
  readonly serviceId?: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
  readonly responsible?: string;
  readonly reviewDate?: LocalDate;
  readonly pageId?: string;
  readonly affectsParent: 'none' | 'pause' | 'breach';
}

/**
 * What became of cycles when a rule changed: `new` only those that start later follow the new rule; `future` those
 * under way keep the time counted and follow it from then on; `replay` those under way are measured again from their start.
 */
export type RevisionScope = 'new' | 'future' | 'replay';

/** A definition as it was before a change; `null`: there was none. */
export interface FormerMember<T> {
  readonly id: string;
  readonly was: T | null;
}

/** What a change replaced, so that cycles which do not follow the new rule can still be measured by the old one. */
export interface FormerDefinitions {
  /** The last version in which it was in force. */
  readonly version: number;
  /** From this instant on the next revision is in force; with `replay` cycles that ended by then stay as they were judged. */
  readonly until: Instant;
  readonly scope: RevisionScope;
  readonly metrics: readonly FormerMember<MetricDefinition>[];
  readonly calendars: readonly FormerMember<CalendarDefinition>[];
  readonly holidaySets: readonly FormerMember<HolidaySet>[];
  readonly agreements: readonly FormerMember<Agreement>[];
}

/** Everything a replay needs besides the history: read in one piece, cached by its version. */
export interface SlaDefinitions {
  readonly schema: 1;
  readonly version: number;
  readonly calendars: readonly CalendarDefinition[];
  readonly holidaySets: readonly HolidaySet[];
  readonly metrics: readonly MetricDefinition[];
  readonly agreements: readonly Agreement[];
  /** The first version whose states are still good: later ones changed words only. This version when left out. */
  readonly sameSince?: number;
  /** Superseded revisions, oldest first. */
  readonly former?: readonly FormerDefinitions[];
  /** How clocks are shown; left out: as the app does by itself. */
  readonly display?: SlaDisplay;
  /** Fields a state keeps although no metric here looks at them: another revision does. */
  readonly alsoFields?: readonly string[];
  /** By metric: its agreement as an old revision has it, where that is valid at other times. Made, never stored. */
  readonly agreementOf?: Readonly<Record<string, Agreement>>;
}

// ---------------------------------------------------------------- history

/** A field's value: ids for choices, text for text, ISO for dates, several for multi-value fields. */
export type FieldValue = readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

export interface FieldChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

interface FactBase {
  readonly at: Instant;
  /** Orders facts of one instant: numeric changelog or comment id as text. */
  readonly id: string;
  readonly by: string | null;
}

/** One thing that happened to an issue. All items of one changelog entry are one fact, one instant. */
export type Fact =
  | (FactBase & { readonly kind: 'change'; readonly changes: readonly FieldChange[] })
  | (FactBase & {
      readonly kind: 'comment';
      readonly author: CommentAuthor;
      readonly public: boolean;
      readonly groups?: readonly string[];
    })
  | (FactBase & { readonly kind: 'approval'; readonly decision: 'requested' | 'approved' | 'declined' })
  | (FactBase & { readonly kind: 'link'; readonly linked: boolean; readonly linkType: string })
  | (FactBase & {
      readonly kind: 'pause';
      readonly metricId?: string;
      readonly reason: string;
      readonly resumeAt?: Instant;
    })
  | (FactBase & { readonly kind: 'resume'; readonly metricId?: string })
  | (FactBase & {
      readonly kind: 'extend';
      readonly metricId: string;
      readonly ms: DurationMs;
      readonly from: 'target' | 'now';
      readonly reason: string;
    })
  | (FactBase & {
      readonly kind: 'excuse';
      readonly metricId: string;
      readonly cycle: number;
      readonly category: string;
      readonly reason: string;
    })
  | (FactBase & { readonly kind: 'deleted' });

export interface IssueHistory {
  readonly issueId: string;
  readonly issueKey: string;
  readonly createdAt: Instant;
  readonly reporter: string | null;
  /** The fields as they were at creation. */
  readonly initial: Fields;
  /** In any order; the engine sorts by (at, numeric id). */
  readonly facts: readonly Fact[];
}

// ---------------------------------------------------------------- results (the JSON of `sla replay`)

export type MetricState =
  'NOT_APPLICABLE' | 'NOT_STARTED' | 'RUNNING' | 'PAUSED' | 'MET' | 'BREACHED_STOPPED' | 'CANCELLED';

export interface Segment {
  readonly from: Instant;
  readonly to?: Instant;
  readonly type: 'running' | 'paused' | 'offHours';
  readonly holder: { readonly assignee: string | null; readonly group: string | null };
  readonly status: string | null;
  readonly calendarId: string | null;
  readonly cause: { readonly factId?: string; readonly rule: string };
  readonly reason?: string;
}

export interface TimelineEvent {
  readonly at: Instant;
  readonly action:
    | 'start'
    | 'pause'
    | 'resume'
    | 'stop'
    | 'cancel'
    | 'reset'
    | 'goalChange'
    | 'extend'
    | 'excuse'
    | 'recalc'
    | 'undoStop';
  readonly factId?: string;
  readonly by: string | null;
  /** In words an admin wrote or recognises: `status changed to 10002`. */
  readonly matchedCondition: string;
  /** The same for those who put it into words; absent for people's own reasons. */
  readonly cause?: EventCause;
  readonly goalId?: string;
  /** Goals tried before the chosen one and why each did not match. */
  readonly rejected: readonly RejectedGoal[];
}

/** What the engine does without a trigger of the definition. */
export type EngineRule =
  | 'goalMatches'
  | 'goalChanged'
  | 'calendarChanged'
  | 'nothingPauses'
  | 'resumedByHand'
  | 'pauseEnds'
  | 'stopped'
  | 'stoppedBefore'
  | 'stopLeft'
  | 'noGoal'
  | 'newGoal'
  | 'moved'
  | 'scope'
  | 'deleted'
  | 'retired'
  | 'startLeft';

/** A trigger that fired, a pause reason (with its rule's condition, unless paused by hand), or a rule of the engine. */
export type EventCause =
  | { readonly trigger: Trigger }
  | { readonly pause: string; readonly when?: Condition }
  | { readonly rule: EngineRule };

/** A part of a condition that does not hold and the value its field had; or alternatives none of which holds. */
export type Unmet =
  | { readonly condition: Condition; readonly actual: FieldValue }
  | { readonly anyOf: readonly (readonly Unmet[])[] };

export interface RejectedGoal {
  readonly goalId: string;
  /** With ids: `not (priority in 1)`. */
  readonly why: string;
  /** The same for those who put it into words. */
  readonly unmet: readonly Unmet[];
}

/** Why a metric has no cycle. */
export type IdleReason =
  | { readonly kind: 'scope'; readonly unmet: readonly Unmet[] }
  | { readonly kind: 'noGoal'; readonly goals: readonly RejectedGoal[] }
  /** The goal that matches takes its due time or its length from a field that is empty. */
  | { readonly kind: 'noDate'; readonly goalId: string; readonly field: string }
  /** Its agreement is not valid: nothing starts before its first day or after its last. */
  | {
      readonly kind: 'agreement';
      readonly name: string;
      readonly validFrom?: LocalDate;
      readonly validTo?: LocalDate;
    }
  /** None of these has happened, or holds, yet. */
  | { readonly kind: 'notStarted'; readonly start: readonly Trigger[] };

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
  /** The number the method reports over all cycles (first, last, sum, span), null where it has none. */
  readonly reportedMs: DurationMs | null;
  readonly events: readonly TimelineEvent[];
  /** Why nothing runs: scope or goals, in words. */
  readonly notApplicableWhy?: string;
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

// ---------------------------------------------------------------- test cases

/**
 * A wall-clock time in the test case's zone: `2026-06-01T10:00`, with seconds and milliseconds where they matter. In the
 * hour that is repeated it means the earlier instant; with an offset (`…+01:00`, `…Z`) it is that instant.
 */
export type LocalDateTime = string;

interface TestEventBase {
  readonly at: LocalDateTime;
}

/** Something that happens to the made-up issue of a test case. Former values of a field follow from what came before. */
export type TestEvent =
  | (TestEventBase & {
      readonly kind: 'change';
      readonly changes: readonly { readonly field: string; readonly to: FieldValue }[];
    })
  | (TestEventBase & {
      readonly kind: 'comment';
      readonly author: CommentAuthor;
      readonly public: boolean;
      readonly groups?: readonly string[];
    })
  | (TestEventBase & { readonly kind: 'approval'; readonly decision: 'requested' | 'approved' | 'declined' })
  | (TestEventBase & { readonly kind: 'link'; readonly linked: boolean; readonly linkType: string })
  | (TestEventBase & { readonly kind: 'pause'; readonly reason: string; readonly resumeAt?: LocalDateTime })
  | (TestEventBase & { readonly kind: 'resume' })
  | (TestEventBase & { readonly kind: 'extend'; readonly ms: DurationMs; readonly from: 'target' | 'now' });

/** What must hold at the instant looked at; what is left out may be anything. */
export interface TestExpectation {
  readonly state?: MetricState;
  readonly breached?: boolean;
  /** Compared as finely as it is written; `none`: there must be no due instant. */
  readonly due?: 'none' | (LocalDateTime & {});
  /** Working time; compared to the minute when it is whole minutes. */
  readonly elapsedMs?: DurationMs;
  readonly goalId?: string;
}

/** A small story of an issue and what the metric must say of it. */
export interface SlaTestCase {
  readonly id: string;
  readonly name: string;
  /** IANA zone in which its times are written. */
  readonly zone: string;
  readonly createdAt: LocalDateTime;
  /** The fields as they are at creation. */
  readonly fields: Fields;
  readonly events: readonly TestEvent[];
  /** When the metric is looked at. */
  readonly at: LocalDateTime;
  readonly expect: TestExpectation;
}
