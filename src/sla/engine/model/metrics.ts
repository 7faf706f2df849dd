/** What is measured, and the agreements it is measured for. */
import type { DurationMs, Instant, LocalDate, LocalizedText } from './base';
import type { ActionKind, CancelRule, Condition, PauseRule, Trigger } from './conditions';
import type { EscalationLevel } from './escalations';
import type { CalendarSource, Goal, SpaceGoals } from './goals';
import type { AgreementTerms } from './terms';
import type { SlaTestCase } from './test-cases';

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
  /** On which goals count that name no calendar of their own. */
  readonly calendar: CalendarSource;
  readonly goals: readonly Goal[];
  /** Spaces with goals of their own; an issue elsewhere has those above. */
  readonly spaces?: readonly SpaceGoals[];
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
  /**
   * What its clocks mean to those of the agreement above: nothing; their pauses pause them; while one is under way they rest;
   * or their breach puts them at risk.
   */
  readonly affectsParent: 'none' | 'pause' | 'open' | 'breach';
  /** Whose work items its clocks are on, seen from those of the agreement above; the same ones when left out. */
  readonly measuredOn?: MeasuredOn;
  /** How it is judged over a period. No clock counts on it. */
  readonly terms?: AgreementTerms;
}

/**
 * Children in Jira's hierarchy, such as subtasks; or work items with a link of a type that leads to the one above, in the
 * direction seen from them (`any` for types that read the same both ways).
 */
export type MeasuredOn =
  | { readonly kind: 'child' }
  | { readonly kind: 'link'; readonly linkTypeId: string; readonly direction: 'outward' | 'inward' | 'any' };
