/** Working hours and the days that differ from them. */
import type { DurationMs, Hours, LocalDate, Weekday } from './base';

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
  /** The calendar it is based on: what it says nothing of is as there. */
  readonly baseId?: string;
  /** A weekday left out is as in the base, or closed without one. */
  readonly week: Readonly<Partial<Record<Weekday, readonly Hours[]>>>;
  readonly holidays: readonly Holiday[];
  readonly holidaySetIds: readonly string[];
  readonly exceptions: readonly CalendarException[];
  /** Where its own public holidays were taken from. */
  readonly holidaySource?: HolidaySource;
  /** Length of `1 business day`; the average working day when left out. */
  readonly nominalDayMs?: DurationMs;
}
