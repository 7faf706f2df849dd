import ICAL from 'ical.js';
import { DAY_MS, localDateOf } from '../calendar/local-date';
import type { CalendarException, Holiday, Instant, LocalDate } from '../model';
import { dayOf, eventsOf, type Occurrence, occurrencesOf } from './occurrences';
import { TimedExceptions, timedHoursIn } from './timed';
import { registerZones, zoneNamedBy } from './zones';

/** Why an event, or some of its occurrences, was left out. */
export type SkipReason =
  | 'duplicate'
  | 'cancelled'
  | 'noDate'
  | 'longerThanADay'
  /** It names a time zone that nobody knows, so its hours could be any. */
  | 'unknownZone'
  /** It repeats so often that only its first occurrences were taken. */
  | 'tooMany'
  /** Its dates or its rule make no sense. */
  | 'unreadable';

export interface SkippedEvent {
  readonly name: string;
  readonly why: SkipReason;
  /** The date of the occurrence, where it has one. */
  readonly date?: LocalDate;
}

type DatedHoliday = Extract<Holiday, { kind: 'date' }>;

/** What an ICS file holds for a calendar. */
export interface IcsContent {
  /** All-day events, one per local date. */
  readonly holidays: readonly DatedHoliday[];
  /** Timed events, as exceptions that are open at those hours: to be looked at before they are taken over. One per date. */
  readonly exceptions: readonly CalendarException[];
  /** Events left out, and why. */
  readonly skipped: readonly SkippedEvent[];
}

export class NotAnIcsError extends Error {
  readonly code = 'NOT_ICS';
  constructor() {
    super('This is not an iCalendar file. Export the holidays as .ics and choose that file.');
  }
}

const parse = (text: string): ICAL.Component => {
  try {
    const component = new ICAL.Component(ICAL.parse(text.trim()) as unknown[]);
    if (component.name === 'vcalendar') return component;
  } catch {
    throw new NotAnIcsError();
  }
  throw new NotAnIcsError();
};

const nameOf = (part: ICAL.Component): string => String(part.getFirstPropertyValue('summary') ?? '');

/** Takes occurrences in one by one and keeps what becomes of them. */
class Reader {
  readonly holidays = new Map<string, DatedHoliday>();
  readonly timed = new TimedExceptions();
  readonly skipped: SkippedEvent[] = [];
  private readonly hoursOf: ReturnType<typeof timedHoursIn>;

  constructor(
    zone: string,
    private readonly isKnownZone: (name: string) => boolean,
  ) {
    this.hoursOf = timedHoursIn(zone);
  }

  take(occurrence: Occurrence): void {
    const { part, start } = occurrence;
    const name = nameOf(part);
    const date = localDateOf(dayOf(start));
    const skip = (why: SkipReason) => this.skipped.push({ name, why, date });
    if (part.getFirstPropertyValue('status') === 'CANCELLED') return void skip('cancelled');
    if (start.isDate) return this.takeDays(occurrence, name);
    const zone = zoneNamedBy(part);
    if (zone !== undefined && !this.isKnownZone(zone)) return void skip('unknownZone');
    const hours = this.hoursOf(start, occurrence.durationMs);
    const why = hours ? this.timed.add(hours, name) : 'longerThanADay';
    if (why) skip(why);
  }

  private takeDays({ start, durationMs }: Occurrence, name: string): void {
    const first = dayOf(start);
    for (let day = first; day < first + Math.max(1, Math.round(durationMs / DAY_MS)); day++) {
      const date = localDateOf(day);
      const key = `${date} ${name}`;
      if (this.holidays.has(key)) this.skipped.push({ name, why: 'duplicate', date });
      else this.holidays.set(key, { kind: 'date', date, name });
    }
  }
}

/**
 * Reads an ICS file (features §4.4.4): all-day events are local dates as written, whatever the zone, and their end is
 * exclusive; recurrences are expanded from a year before `now` (UTC ms) to five years after it, and an occurrence that
 * was moved is only where it was moved to; the same date and name counts once; timed events become exceptions in the
 * calendar's zone, overlapping ones of a date become one. Whatever is left out is listed with the reason.
 * @throws NotAnIcsError
 */
export const parseIcs = (text: string, zone: string, now: Instant): IcsContent => {
  const file = parse(text);
  const reader = new Reader(zone, registerZones(file));
  for (const event of eventsOf(file)) {
    const name = nameOf(event.component);
    try {
      if (!event.component.hasProperty('dtstart')) {
        reader.skipped.push({ name, why: 'noDate' });
        continue;
      }
      const { found, cut } = occurrencesOf(event, now);
      found.forEach((each) => reader.take(each));
      if (cut) reader.skipped.push({ name, why: 'tooMany' });
    } catch {
      reader.skipped.push({ name, why: 'unreadable' });
    }
  }
  return {
    holidays: [...reader.holidays.values()],
    exceptions: reader.timed.list(),
    skipped: reader.skipped,
  };
};
