/** Instants are integer milliseconds UTC; durations are integer milliseconds; intervals are half-open. */
import * as v from 'valibot';
import { dayNumberOf } from '../calendar/local-date';
import { code } from './code';

export type { LocalizedText } from '../../../kernel/text';

export type Instant = number;
export type DurationMs = number;
/** A date in the calendar's own zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A wall-clock time, `HH:MM`; an end may be `24:00`. */
export type LocalTime = string;

export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
export const nameSchema = v.pipe(v.string(), v.maxLength(255));
export const wholeSchema = v.pipe(v.number(), v.integer());

/** No time that is written down is longer than ten years: targets have the same limit. */
const LONGEST_MS = 10 * 366 * 86_400_000;
export const durationSchema = v.pipe(wholeSchema, v.maxValue(LONGEST_MS, code('TIME_TOO_LONG')));

/** A day that exists: no 30 February. */
export const dateSchema = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(dayNumberOf(text)), code('BAD_DATE')),
);

/** Up to the end of the day, which is 24:00 and nothing after it. */
const TIME = /^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00(:00)?)$/;
export const timeSchema = v.pipe(v.string(), v.regex(TIME, code('BAD_TIME')));

export const weekdaySchema = v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = v.InferOutput<typeof weekdaySchema>;

/** Where a metric stands on a work item. */
export const stateSchema = v.picklist([
  'NOT_APPLICABLE',
  'NOT_STARTED',
  'RUNNING',
  'PAUSED',
  'MET',
  'BREACHED_STOPPED',
  'CANCELLED',
]);
export type MetricState = v.InferOutput<typeof stateSchema>;
