import { type DayNumber, dayNumberOf, localDateOf } from '../../../engine/calendar/local-date';
import type { CalendarException, Holiday, Instant, LocalDate } from '../../../engine/model';
import { eventOf, type IcsEvent } from './event';
import { type Block, blocksOf } from './lines';
import { type Occurrence, occurrencesOf, seriesOf } from './occurrences';
import { TimedExceptions, timedIn } from './timed';
import { Refusal } from './times';
import { zonesOf } from './zones';

/** Why an event, or some of its occurrences, was left out. */
export type SkipReason =
  | 'duplicate'
  | 'cancelled'
  | 'noDate'
  | 'longerThanADay'
  /** Whole days without an end in sight are no holiday. */
  | 'longerThanAYear'
  /** It names a time zone that nobody knows, so its hours could be any. */
  | 'unknownZone'
  /** It repeats within a day. */
  | 'tooMany'
  /** The file has more days than anybody looks through. */
  | 'tooManyDays'
  /** A newer version of it is in the file. */
  | 'outdated'
  /** Its rule means days in a way that is not followed here, or that the standard does not allow. */
  | 'unsupported'
  /** Its dates or its rule make no sense. */
  | 'unreadable';

export interface SkippedEvent {
  readonly name: string;
  readonly why: SkipReason;
  /** The date of the occurrence, where it has one. */
  readonly date?: LocalDate;
  /** Of what can't be read: where that stands in the file, from 1, and what stands there. */
  readonly line?: number;
  readonly what?: string;
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

const LONGEST_DAYS = 366;
/** Many times what a calendar holds. */
const MOST_DAYS = 30_000;

/** Takes occurrences in one by one and keeps what becomes of them. */
class Reader {
  readonly holidays = new Map<string, DatedHoliday>();
  readonly timed = new TimedExceptions();
  readonly skipped: SkippedEvent[] = [];
  private readonly inCalendar: ReturnType<typeof timedIn>;

  constructor(zone: string) {
    this.inCalendar = timedIn(zone);
  }

  take({ event, start, durationMs, days }: Occurrence): void {
    const { name } = event;
    const date = localDateOf(start.day);
    const skip = (why: SkipReason) => this.skipped.push({ name, why, date });
    if (event.cancelled) return void skip('cancelled');
    if (days !== undefined) return this.takeDays(start.day, days, name);
    const found = this.inCalendar(start, durationMs);
    if (found === undefined) return void skip('longerThanADay');
    if (found.kind === 'days') return this.takeDays(found.first, found.days, name);
    const why = this.timed.add(found.date, found.hours, name);
    if (why) skip(why);
  }

  get isFull(): boolean {
    return this.holidays.size >= MOST_DAYS;
  }

  /** A block that is no event, or one that can't be followed. */
  refuse(block: Block, error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    const { why, what, line = block.line } = error;
    const written = (name: string): string =>
      block.properties.find((each) => each.name === name)?.value ?? '';
    const date = written('DTSTART').replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');
    this.skipped.push({
      name: written('SUMMARY'),
      why,
      line,
      ...(what !== '' && { what }),
      ...(!Number.isNaN(dayNumberOf(date)) && { date }),
    });
  }

  private takeDays(first: DayNumber, days: number, name: string): void {
    if (days > LONGEST_DAYS) {
      this.skipped.push({ name, why: 'longerThanAYear', date: localDateOf(first) });
      return;
    }
    for (let day = first; day < first + days; day++) {
      const date = localDateOf(day);
      const key = `${date} ${name}`;
      if (this.holidays.has(key)) this.skipped.push({ name, why: 'duplicate', date });
      else this.holidays.set(key, { kind: 'date', date, name });
    }
  }
}

/**
 * Reads an ICS file (sla-rules §4.4): all-day events are local dates as written, whatever the zone, and their end is
 * exclusive; so are events from midnight to midnight, by the clock they are written in or by the calendar's. Recurrences
 * are expanded from a year before `now` (UTC ms) to five years after it, and an occurrence that was moved is only where
 * it was moved to; the same date and name counts once; timed events become exceptions in the calendar's zone,
 * overlapping ones of a date become one. Whatever is left out is listed with the reason: an event that can't be read
 * costs that event, and no day is guessed.
 * @throws NotAnIcsError
 */
export const parseIcs = (text: string, zone: string, now: Instant): IcsContent => {
  const blocks = blocksOf(text);
  if (blocks === undefined) throw new NotAnIcsError();
  const zoneOf = zonesOf(blocks);
  const reader = new Reader(zone);
  const events: IcsEvent[] = [];
  for (const block of blocks) {
    if (block.name !== 'VEVENT') continue;
    try {
      const event = eventOf(block, zoneOf);
      if (event) events.push(event);
      else reader.refuse(block, new Refusal('noDate', ''));
    } catch (error) {
      reader.refuse(block, error);
    }
  }
  const { series, outdated } = seriesOf(events);
  for (const { name, start } of outdated)
    reader.skipped.push({ name, why: 'outdated', date: localDateOf(start.day) });
  for (const { event, replacements } of series) {
    if (reader.isFull) reader.skipped.push({ name: event.name, why: 'tooManyDays' });
    else occurrencesOf(event, replacements, now).forEach((each) => reader.take(each));
  }
  return {
    holidays: [...reader.holidays.values()],
    exceptions: reader.timed.list(),
    skipped: reader.skipped,
  };
};
