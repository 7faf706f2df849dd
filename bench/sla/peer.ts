import type { CalendarDefinition } from '../../src/sla/engine';

/** One implementation, bound to a calendar; instants and durations in milliseconds. */
export interface Bound {
  readonly between: (from: number, to: number) => number;
  readonly add?: (from: number, ms: number) => number;
}

export interface Peer {
  readonly name: string;
  /** Undefined where it can't express the calendar. */
  readonly bind: (calendar: CalendarDefinition) => Bound | undefined;
}

/** The first and last minute of day a calendar works, and which weekdays, for peers that know one interval a day. */
export const singleHours = (calendar: CalendarDefinition): readonly [string, string] =>
  calendar.week.mon?.[0] ?? ['00:00', '24:00'];
