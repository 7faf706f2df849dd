/** When the events of an ICS file happen: recurrences expanded, moved occurrences in their new place only. */
import ICAL from 'ical.js';
import { DAY_MS } from '../calendar/local-date';
import type { DurationMs, Instant } from '../model';

/** How far repeating events are followed: features §4.4.3 for the years ahead, a year back for what is still measured. */
const YEARS_AHEAD = 5;
const DAYS_BACK = 366;
/** More than five years of every day; what repeats more often is no calendar of holidays. */
const MOST_IN_WINDOW = 2500;
/** What is passed over before the window: every day for half a century. */
const MOST_STEPS = 20_000;

export interface Occurrence {
  /** Itself, or the event that replaces this one occurrence. */
  readonly part: ICAL.Component;
  readonly start: ICAL.Time;
  readonly durationMs: DurationMs;
}

export interface Occurrences {
  readonly found: readonly Occurrence[];
  /** Whether there were more than could be taken. */
  readonly cut: boolean;
}

/** Days since 1970-01-01 of a time as it is written. */
export const dayOf = (time: ICAL.Time): number => Date.UTC(time.year, time.month - 1, time.day) / DAY_MS;

const lengthMs = (start: ICAL.Time, end: ICAL.Time): DurationMs => end.subtractDate(start).toSeconds() * 1000;

const expand = (event: ICAL.Event, now: Instant): Occurrences => {
  const first = now / DAY_MS - DAYS_BACK;
  const last = now / DAY_MS + 366 * YEARS_AHEAD;
  const found: Occurrence[] = [];
  const iterator = event.iterator();
  const isPlain = Object.keys(event.exceptions).length === 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || dayOf(next) > last) return { found, cut: false };
    if (isPlain && dayOf(next) < first) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (dayOf(startDate) < first) continue;
    if (found.length === MOST_IN_WINDOW) break;
    found.push({ part: item.component, start: startDate, durationMs: lengthMs(startDate, endDate) });
  }
  return { found, cut: true };
};

/**
 * The occurrences of one event: of a repeating one those from a year before `now` (UTC ms) to five years after it, of
 * which an occurrence that another event replaces (`RECURRENCE-ID`) is where that event puts it.
 */
export const occurrencesOf = (event: ICAL.Event, now: Instant): Occurrences => {
  if (event.isRecurring()) return expand(event, now);
  const { component: part, startDate: start, duration } = event;
  return { found: [{ part, start, durationMs: duration.toSeconds() * 1000 }], cut: false };
};

const uidOf = (part: ICAL.Component): string => String(part.getFirstPropertyValue('uid') ?? '');

/** The events of a file with what replaces single occurrences of them attached; a replacement without its event stands alone. */
export const eventsOf = (file: ICAL.Component): readonly ICAL.Event[] => {
  const parts = file.getAllSubcomponents('vevent');
  const isReplacement = (part: ICAL.Component): boolean => part.hasProperty('recurrence-id');
  const whole = parts.filter((part) => !isReplacement(part));
  const repeating = new Set(whole.filter((part) => new ICAL.Event(part).isRecurring()).map(uidOf));
  const attached = (part: ICAL.Component): boolean => isReplacement(part) && repeating.has(uidOf(part));
  return parts
    .filter((part) => !attached(part))
    .map((part) => {
      const exceptions = parts.filter((each) => attached(each) && uidOf(each) === uidOf(part));
      return new ICAL.Event(part, { exceptions, strictExceptions: false });
    });
};
