/** All that the engine replays by, with what it replayed by before. */
import type { AgentsRule } from './agents';
import type { SlaDisplay } from '../../definitions/domain/display/model';
import type { Instant } from './base';
import type { CalendarDefinition, HolidaySet } from './calendars';
import type { Agreement, MetricDefinition } from './whole';

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
  /** Who counts as an agent; left out: whoever may be assigned in the space. */
  readonly agents?: AgentsRule;
  /** How clocks are shown: put in for a browser, never stored here. Left out: as the app does by itself. */
  readonly display?: SlaDisplay;
  /** Categories of statuses as far as they were ever known, for browsers: Jira tells them of no deleted one. Made, never stored. */
  readonly statusCategories?: Readonly<Record<string, string>>;
  /** Metrics are left out that its reader may not see. Made, never stored. */
  readonly part?: true;
  /** `former` is left out, as events need it seldom: the fields that superseded revisions looked at. */
  readonly pastFields?: readonly string[];
  /** Fields a state keeps although no metric here looks at them: another revision does. */
  readonly alsoFields?: readonly string[];
  /** By metric: its agreement as an old revision has it, where that is valid at other times. Made, never stored. */
  readonly agreementOf?: Readonly<Record<string, Agreement>>;
}
