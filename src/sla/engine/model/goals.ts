/** What is promised: how much time, counted on which calendar. */
import type { DurationMs, LocalTime } from './base';
import type { Condition } from './conditions';

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

/** Goals of a space's own, tried before the metric's. The space departs from the standard, and screens say in what. */
export interface SpaceGoals {
  /** The project's id. */
  readonly id: string;
  readonly goals: readonly Goal[];
}

export interface Goal {
  readonly id: string;
  readonly name: string;
  /** Left out: all remaining issues. */
  readonly when?: Condition;
  readonly target: Target;
  /** Left out: the metric's. */
  readonly calendar?: CalendarSource;
}
