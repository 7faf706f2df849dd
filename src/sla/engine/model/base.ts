/** Instants are integer milliseconds UTC; durations are integer milliseconds; intervals are half-open. */

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
/** Where a metric stands on a work item. */
export type MetricState =
  'NOT_APPLICABLE' | 'NOT_STARTED' | 'RUNNING' | 'PAUSED' | 'MET' | 'BREACHED_STOPPED' | 'CANCELLED';
