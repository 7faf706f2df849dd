/** Timed events of an ICS file as hours of a calendar's dates. */
import ICAL from 'ical.js';
import { DAY_MS, localDateOf } from '../calendar/local-date';
import { stretchesOf } from '../calendar/day-plan';
import type { CalendarException, DurationMs, Hours, Instant, LocalDate, LocalTime } from '../model';

const LONGEST_NAME = 255;

interface Wall {
  readonly date: LocalDate;
  readonly time: LocalTime;
}

const wallIn = (zone: string): ((at: Instant) => Wall) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => {
    const [date = '', time = ''] = format.format(at).split(' ');
    return { date, time };
  };
};

const asWritten = (at: Instant): Wall => ({
  date: localDateOf(Math.floor(at / DAY_MS)),
  time: new Date(at).toISOString().slice(11, 16),
});

export interface TimedHours {
  readonly date: LocalDate;
  readonly hours: Hours;
}

/**
 * Tells the hours of a timed event in a calendar's zone; a floating event keeps those it is written with. Hours past
 * midnight belong to the day they start on. Undefined when the event has no length, or more than a day.
 */
export const timedHoursIn = (
  zone: string,
): ((start: ICAL.Time, durationMs: DurationMs) => TimedHours | undefined) => {
  const inZone = wallIn(zone);
  return (start, durationMs) => {
    const floating = start.zone === ICAL.Timezone.localTimezone;
    const from = floating
      ? Date.UTC(start.year, start.month - 1, start.day, start.hour, start.minute)
      : start.toJSDate().getTime();
    const wallAt = floating ? asWritten : inZone;
    const begin = wallAt(from);
    const end = wallAt(from + durationMs).time;
    const until = end === '00:00' ? '24:00' : end;
    if (durationMs <= 0 || durationMs > DAY_MS || begin.time === until) return undefined;
    return { date: begin.date, hours: [begin.time, until] };
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
  add({ date, hours }: TimedHours, name: string): 'duplicate' | 'longerThanADay' | undefined {
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
