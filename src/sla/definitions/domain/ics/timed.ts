/** Timed events of an ICS file as hours of a calendar's dates. */
import {
  DAY_MS,
  type DayNumber,
  dayNumberOf,
  localDateOf,
  timeMs,
} from '../../../engine/calendar/local-date';
import { stretchesOf } from '../../../engine/calendar/day-plan';
import type {
  CalendarException,
  DurationMs,
  Hours,
  Instant,
  LocalDate,
  LocalTime,
} from '../../../engine/model';
import { wholeDays } from './event';
import { instantOf, type When, wallOf } from './times';

const LONGEST_NAME = 255;

const wallIn = (zone: string): ((at: Instant) => number) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (at) => {
    const [date = '', time = ''] = format.format(at).split(' ');
    return dayNumberOf(date) * DAY_MS + timeMs(time);
  };
};

const clock = (wall: number): LocalTime => new Date(wall).toISOString().slice(11, 16);

/** Hours of a date, or whole days, in a calendar's zone. */
export type InCalendar =
  | { readonly kind: 'hours'; readonly date: LocalDate; readonly hours: Hours }
  | { readonly kind: 'days'; readonly first: DayNumber; readonly days: number };

/**
 * Tells what a timed event is in a calendar's zone; a floating event is what it is written as. Midnight to midnight is
 * whole days. Hours past midnight belong to the day they start on. Undefined when the event has no length, or more than
 * a day.
 */
export const timedIn = (zone: string): ((start: When, durationMs: DurationMs) => InCalendar | undefined) => {
  const inZone = wallIn(zone);
  return (start, durationMs) => {
    const from = instantOf(start);
    const begin = from === undefined ? wallOf(start) : inZone(from);
    const end = from === undefined ? begin + durationMs : inZone(from + durationMs);
    const days = durationMs > 0 ? wholeDays(begin, end) : undefined;
    if (days !== undefined) return { kind: 'days', first: Math.floor(begin / DAY_MS), days };
    const until = clock(end) === '00:00' ? '24:00' : clock(end);
    if (durationMs <= 0 || durationMs > DAY_MS || clock(begin) === until) return undefined;
    return { kind: 'hours', date: localDateOf(Math.floor(begin / DAY_MS)), hours: [clock(begin), until] };
  };
};

const timeOf = (ms: number): LocalTime =>
  ms === DAY_MS ? '24:00' : new Date(ms % DAY_MS).toISOString().slice(11, 16);

/** Hours with overlapping and touching ones made one; undefined when one would be longer than a day. */
const merged = (hours: readonly Hours[]): readonly Hours[] | undefined => {
  const stretches: (readonly [number, number])[] = [];
  for (const [start, end] of stretchesOf(hours)) {
    const before = stretches.at(-1);
    if (before && start <= before[1]) stretches[stretches.length - 1] = [before[0], Math.max(before[1], end)];
    else stretches.push([start, end]);
  }
  const whole = ([start, end]: readonly [number, number]) => start === 0 && end === DAY_MS;
  if (stretches.some((each) => each[1] - each[0] >= DAY_MS && !whole(each))) return undefined;
  return stretches.map(([start, end]): Hours => [timeOf(start), timeOf(end)]);
};

/** Exceptions by date, as timed events are added to them. */
export class TimedExceptions {
  private readonly seen = new Set<string>();
  private readonly byDate = new Map<LocalDate, CalendarException>();

  /** Adds hours; says why they were left out: the same event is there, or the date's hours would run into one another's next day. */
  add(date: LocalDate, hours: Hours, name: string): 'duplicate' | 'longerThanADay' | undefined {
    const key = JSON.stringify([date, hours, name]);
    if (this.seen.has(key)) return 'duplicate';
    this.seen.add(key);
    const known = this.byDate.get(date);
    const all = merged([...(known?.hours ?? []), hours]);
    if (all === undefined) return 'longerThanADay';
    const names = new Set([...(known ? [known.name] : []), name]);
    this.byDate.set(date, { date, hours: all, name: [...names].join(', ').slice(0, LONGEST_NAME) });
    return undefined;
  }

  list(): readonly CalendarException[] {
    return [...this.byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}
