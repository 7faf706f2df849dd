/** SLAs of another tool on their way into Pledge: what was read, what became of it, and what could not be taken over. */
import type { CalendarDefinition, MetricDefinition } from '../../../engine/model';

/** What a file says of a goal; `space`: keys or names of spaces, separated by `;`. */
export const COLUMNS = [
  'metric',
  'space',
  'start',
  'stop',
  'pause',
  'condition',
  'target',
  'calendar',
  'zone',
  'hours',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * One goal of a metric as a file says it; a metric is all rows with its name. Texts are as they stand in the file, at `line`
 * from 1; the header of a CSV counts.
 */
export type ForeignRow = Readonly<Record<Column, string>> & { readonly line: number };

/** What fields and values of Jira are called; undefined when the site has nothing of that name, or several. */
export interface SiteNames {
  readonly field: (name: string) => string | undefined;
  readonly value: (field: string, name: string) => string | undefined;
}

export const NOTE_CODES = [
  'SPACE_UNKNOWN',
  'SPACE_ASSUMED',
  'START_UNKNOWN',
  'START_ASSUMED',
  'STOP_UNKNOWN',
  'STOP_ASSUMED',
  'PAUSE_UNKNOWN',
  'CONDITION_SYNTAX',
  'CONDITION_FIELD',
  'CONDITION_VALUE',
  'TARGET_UNKNOWN',
  'CALENDAR_UNKNOWN',
  'ZONE_UNKNOWN',
  'HOURS_UNKNOWN',
  'NO_GOAL',
  'NOT_TOLD',
  'GOALS_BY_FIELD',
  'GOALS_UNEXPLAINED',
] as const;

/** What was lost or assumed on the way. The screen has a sentence for each code: what, and where to mend it. */
export interface DraftNote {
  readonly code: (typeof NOTE_CODES)[number];
  /** `lost`: something of the original is not in the draft. `assumed`: the draft has something the original did not say. */
  readonly kind: 'lost' | 'assumed';
  readonly params: Readonly<Record<string, string>>;
}

export interface DraftMetric {
  /** Switched off: nothing is measured before somebody has looked at it. */
  readonly metric: MetricDefinition;
  readonly notes: readonly DraftNote[];
}

export interface Draft {
  readonly metrics: readonly DraftMetric[];
  /** New ones that goals of the draft count on. */
  readonly calendars: readonly CalendarDefinition[];
}

export const lost = (code: DraftNote['code'], params: DraftNote['params'] = {}): DraftNote => ({
  code,
  kind: 'lost',
  params,
});

export const assumed = (code: DraftNote['code'], params: DraftNote['params'] = {}): DraftNote => ({
  code,
  kind: 'assumed',
  params,
});
