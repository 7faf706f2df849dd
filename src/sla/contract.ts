import type { Result } from '../kernel/result';
import type { SlaChangeCalls } from './change/contract';
import type { ForecastCalls } from './forecast/contract';
import type { SlaPerformanceCalls } from './performance/contract';
import type { Answer } from './domain/answerable';
import type { Problem } from './domain/definitions/problem';
import type { AgentsRule } from './domain/agents/model';
import type { Bands, SlaDisplay } from './domain/display/model';
import type { Forecast } from './domain/forecast/model';
import type { KeptComments } from './domain/history';
import type { Limits } from './domain/policy/limits';
import type { ExcuseCategory, SlaPolicy } from './domain/policy/model';
import type {
  Fact,
  IssueHistory,
  LocalizedText,
  MetricDefinition,
  SlaDefinitions,
  SlaReport,
} from './domain/model';

export type * from './change/contract';
export type * from './forecast/contract';
export type * from './performance/contract';

type YesNo = 'yes' | 'no';

/**
 * One metric of the display copy. Instants are ISO, durations milliseconds of working time. What JQL asks for always has
 * a value, `-` or `none` where there is nothing: indexed properties can't be asked for what is missing.
 */
export interface SlaPropertyMetric {
  readonly id: string;
  readonly agreement: string;
  readonly name: { readonly en: string; readonly ru?: string };
  readonly state: string;
  /** Whether the last cycle is breached, and whether any ever was. */
  readonly breached: YesNo;
  readonly everBreached: YesNo;
  readonly excused: YesNo;
  /** Whether its `breachesAt` is the issue's earliest. */
  readonly next: YesNo;
  readonly due?: string;
  /** When an ongoing clock that is not breached will be: `due` and the grace behind it. */
  readonly breachesAt?: string;
  readonly stopped?: string;
  /** Which of `remainingMs` and `goalMs` there are; `withheld`: no number at all, as requesters are told the state alone. */
  readonly times: 'both' | 'remaining' | 'goal' | 'none' | 'withheld';
  /** What is or was left of a clock that stands; a running one follows from `due`. */
  readonly remainingMs?: number;
  /** What a finished clock took. */
  readonly elapsedMs?: number;
  readonly goalMs?: number;
  readonly goal?: string;
  /** Absent while nothing has started. */
  readonly zone?: string;
  readonly pauseReason: string;
  readonly pausedSince?: string;
  /** A breach of an agreement below puts it at risk: the metric's id, since when, and its name if it is another work item's. */
  readonly risk?: { readonly by: string; readonly at: string; readonly name?: LocalizedText };
}

/**
 * The display copy of an SLA record, kept in the issue property `pledge-sla`: the first paint of the panel
 * and the values JQL searches. Anyone who edits the issue could change it: never the source of truth.
 * Saved filters rely on names and values; the manifest says which are indexed, ADR 0010 why they stay.
 */
export interface SlaProperty {
  readonly v: 2;
  /** Definitions version it was computed with. */
  readonly dv: number;
  /** Worst state over the metrics; `none` when none measures the issue. */
  readonly state: 'breached' | 'running' | 'paused' | 'met' | 'cancelled' | 'notStarted' | 'none';
  readonly everBreached: YesNo;
  /** Whether some metric is in that state; absent until a clock has started. */
  readonly running?: YesNo;
  readonly paused?: YesNo;
  readonly completed?: YesNo;
  readonly cancelled?: YesNo;
  readonly excused?: YesNo;
  /** Whether some metric still waits for its start; absent when none measures the issue. */
  readonly notStarted?: YesNo;
  /** The earliest `breachesAt`. */
  readonly nextDue?: string;
  readonly pausedReason?: string;
  /** How many metrics measure the issue. */
  readonly measured: number;
  /** `m1`, `m2`, … in the order of the definitions; Jira indexes the first six. */
  readonly metrics: Readonly<Record<string, SlaPropertyMetric>>;
  /** So many lines did not fit the property: a screen must not take it for the whole. */
  readonly more?: number;
  /** How many facts only the app knows (pauses by hand, extensions, approvals; what it remembers of comments is one); none when left out. */
  readonly appFacts?: number;
  /** When it was written. */
  readonly asOf: string;
}

/** A clock under way: running towards its due instant, late, or paused. */
export interface BoardRow {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  /** The project the work item is in. */
  readonly space: { readonly id: string; readonly name: string };
  /** What the field for teams says (that of the settings, else Jira's Team field); null without one, or while it is empty. */
  readonly team: string | null;
  readonly assignee: { readonly accountId: string; readonly name: string } | null;
  readonly metricId: string;
  readonly metricName: LocalizedText;
  readonly state: 'running' | 'paused';
  readonly breached: boolean;
  /** Left out while paused without a known end. */
  readonly dueTime?: number;
  /** Past this instant it is breached: the due instant and the metric's grace. */
  readonly breachesAfter?: number;
  /** Working time left when the board was read, negative when over. */
  readonly remainingMs: number | null;
  readonly goalMs: number | null;
  /** The calendar that counts; null is 24×7. */
  readonly calendarId: string | null;
  readonly zone: string;
  readonly pauseReason?: string;
  readonly pausedSince?: number;
  /** A breach of an agreement below puts it at risk: of which metric, and since when. */
  readonly risk?: {
    readonly metricName: LocalizedText;
    readonly at: number;
    /** On another work item. */
    readonly elsewhere: boolean;
  };
  /** Only where it is likely to be breached: similar ones needed longer. */
  readonly forecast?: Forecast;
}

/** What the viewer may see of the clocks nearest to now, by next breach. */
export interface Board {
  readonly asOf: number;
  readonly rows: readonly BoardRow[];
  /** Metrics in force, for choosing one. */
  readonly metrics: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly version: number;
  /** When clocks turn to attention and to a warning; left out: as by default. */
  readonly bands?: Bands;
  /** Whether rows tell what is likely to be breached: it is not switched off, and something was learned. */
  readonly forecasts: boolean;
  /** To count working time with; left out when the screen has them in this version. */
  readonly calendars?: Pick<SlaDefinitions, 'calendars' | 'holidaySets'>;
  /** Dues after this instant were not read; left out when all were. */
  readonly upcomingUntil?: number;
  /** More is late than was read: the latest breaches are there. */
  readonly moreBreached: boolean;
  /** Whether all paused clocks are there, the first hundred, or none because Jira can't search for them yet. */
  readonly paused: 'all' | 'some' | 'none';
  /** A job recomputes open records; `checked` of them so far. Until it is done some rows show the former definitions. */
  readonly recalculating?: { readonly checked: number };
}

/** The outcome of a save or a deletion. */
export interface DefinitionsSaved {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
  /** Open records that will be recomputed. */
  readonly recomputing: number;
}

/** Real histories for the simulator to replay in the browser. */
export interface Sample {
  readonly issues: readonly { readonly summary: string; readonly history: IssueHistory }[];
  /** There are more than these. */
  readonly more: boolean;
  /** The fields the histories hold. */
  readonly fields: readonly string[];
  readonly asOf: number;
}

export type SlaCalls = SlaChangeCalls &
  ForecastCalls &
  SlaPerformanceCalls & {
    'sla.policy': (payload: Record<string, never>) => Result<{ policy: SlaPolicy; canEdit: boolean }>;
    /** CONFLICT when `version` is not the stored one. The app itself says since when safe mode is on. */
    'sla.savePolicy': (payload: {
      policy: Omit<SlaPolicy, 'safeModeSince'>;
      safeMode: boolean;
    }) => Result<{ policy: SlaPolicy }>;
    /** The definitions, unless the caller already has that version. */
    'sla.definitions': (payload: {
      version?: number;
      /** Whether the caller has only what requesters may see of that version. */
      part?: boolean;
    }) => Result<{ version: number; definitions?: SlaDefinitions }>;
    /**
     * What the browser can't read from Jira itself: the app's own facts on this issue (pauses, extensions, approvals), and how its
     * comments are judged. With `judge` the app reads Jira anew: for comments that no event has told it of yet.
     */
    'sla.issue': (payload: {
      issueId: string;
      definitionsVersion?: number;
      judge?: boolean;
      part?: boolean;
    }) => Result<{
      version: number;
      definitions?: SlaDefinitions;
      facts: readonly Fact[];
      /** How comments are judged, whose authors and former visibility Jira does not tell: only when triggers listen to comments. */
      comments?: KeptComments;
      may: { readonly pause: boolean; readonly extend: boolean; readonly excuse: boolean };
      /** How far this person may go; more is an SLA manager's. */
      limits: Limits;
    }>;
    /** The same replay on the server, from Jira's own history: the arbiter when a screen is in doubt. */
    'sla.explain': (payload: { issueId: string }) => Result<{
      report: SlaReport;
      history: IssueHistory;
      /** Who answers for each breach. */
      breaches: readonly Answer[];
    }>;
    'sla.act': (payload: {
      issueId: string;
      action:
        | { kind: 'pause'; metricId?: string; reason: string; resumeAt?: number }
        | { kind: 'resume'; metricId?: string }
        | { kind: 'extend'; metricId: string; ms: number; from: 'target' | 'now'; reason: string }
        | {
            kind: 'excuse';
            metricId: string;
            cycle: number;
            category: ExcuseCategory;
            reason: string;
          };
    }) => Result<{ facts: readonly Fact[] }>;

    'sla.settings': (payload: Record<string, never>) => Result<{
      definitions: SlaDefinitions;
      problems: readonly Problem[];
      canEdit: boolean;
    }>;
    // Definitions are saved by `sla.applyChange`; what follows takes them away. CONFLICT when `version` is not the stored one.

    /** Refused while a goal uses it, with the list. */
    'sla.deleteCalendar': (payload: {
      version: number;
      calendarId: string;
    }) => Result<{ definitions: SlaDefinitions }>;
    /** Who counts as an agent. Open records follow in the background. CONFLICT when `version` is not the stored one. */
    'sla.saveAgents': (payload: { version: number; agents: AgentsRule }) => Result<DefinitionsSaved>;
    /** How clocks are shown. CONFLICT when `version` is not the stored one. */
    'sla.saveDisplay': (payload: {
      version: number;
      display: SlaDisplay;
    }) => Result<Omit<DefinitionsSaved, 'recomputing'>>;
    /** Refused while metrics or child agreements use it, with the list. */
    'sla.deleteAgreement': (payload: { version: number; agreementId: string }) => Result<DefinitionsSaved>;
    /** Refused while calendars use it, with the list. */
    'sla.deleteHolidaySet': (payload: { version: number; holidaySetId: string }) => Result<DefinitionsSaved>;
    /**
     * Deletes a metric that never had a cycle; retires any other: it keeps its name and its past, and `open` says what
     * becomes of cycles under way. Refused while another metric or a catalog item refers to it, with the list.
     */
    'sla.deleteMetric': (payload: {
      version: number;
      metricId: string;
      open: 'finish' | 'cancel';
    }) => Result<DefinitionsSaved & { outcome: 'deleted' | 'retired' }>;
    /** `query` is a key or JQL, run as the caller; BAD_REQUEST on it in Jira's words. */
    'sla.simulate': (payload: { query: string; metric: MetricDefinition }) => Result<Sample>;
    /** Replays an issue from Jira now, whatever its record says, and carries out what is due. */
    'sla.recompute': (payload: { issueId: string }) => Result<{ changed: boolean }>;
    /** Only issues the caller may browse, in rows and in everything counted from them. */
    'sla.board': (payload: { projectId?: string; teamField?: string; version?: number }) => Result<Board>;
  };
