/** The display copy of an SLA record, as Jira keeps and searches it. */
import type { LocalizedText } from '../../engine/model';

type YesNo = 'yes' | 'no';

/**
 * One metric of the display copy. Instants are ISO, durations milliseconds of working time. What JQL asks for always has
 * a value, `-` or `none` where there is nothing: indexed properties can't be asked for what is missing.
 */
export interface SlaPropertyMetric {
  readonly id: string;
  readonly agreement: string;
  readonly name: LocalizedText;
  readonly state: string;
  /** Whether the last cycle is breached, and whether any ever was. */
  readonly breached: YesNo;
  readonly everBreached: YesNo;
  readonly excused: YesNo;
  /** Whether its `breachesAt` is the earliest. */
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
