import ICAL from 'ical.js';
import type { CalendarException, Holiday, Hours, Instant, LocalDate } from './model';

/** What an ICS file holds for a calendar. */
export interface IcsContent {
  /** All-day events, one per local date. */
  readonly holidays: readonly Extract<Holiday, { kind: 'date' }>[];
  /** Timed events, as exceptions that are open at those hours: to be looked at before they are taken over. */
  readonly exceptions: readonly CalendarException[];
  /** Events left out, and why. */
  readonly skipped: readonly {
    readonly name: string;
    readonly why: 'duplicate' | 'cancelled' | 'noDate' | 'longerThanADay';
  }[];
}

export class NotAnIcsError extends Error {
  readonly code = 'NOT_ICS';
  constructor() {
    super('This is not an iCalendar file. Export the holidays as .ics and choose that file.');
  }
}

const YEARS_AHEAD = 5;
const MAX_OCCURRENCES = 2000;
const DAY_MS = 86_400_000;

const parse = (text: string): ICAL.Component => {
  try {
    const component = new ICAL.Component(ICAL.parse(text.trim()) as unknown[]);
    if (component.name === 'vcalendar') return component;
  } catch {
    throw new NotAnIcsError();
  }
  throw new NotAnIcsError();
};

const dayOf = (time: ICAL.Time): number => Date.UTC(time.year, time.month - 1, time.day) / DAY_MS;
const dateOf = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The starts of an event, recurrences expanded from a year back to five years ahead. */
const startsOf = (event: ICAL.Event, now: Instant): readonly ICAL.Time[] => {
  if (!event.isRecurring()) return [event.startDate];
  const first = now / DAY_MS - 366;
  const last = now / DAY_MS + 366 * YEARS_AHEAD;
  const starts: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let i = 0; i < MAX_OCCURRENCES; i++) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || dayOf(next) > last) break;
    if (dayOf(next) >= first) starts.push(next);
  }
  return starts;
};

const wallIn = (zone: string): ((at: Instant) => { readonly date: LocalDate; readonly time: string }) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => {
    const [date = '', time = ''] = format.format(at).split(' ');
    return { date, time };
  };
};

/** A timed event as hours of one local date; undefined when it spans more. */
const hoursOf = (
  start: ICAL.Time,
  durationMs: number,
  wall: ReturnType<typeof wallIn>,
): { readonly date: LocalDate; readonly hours: Hours } | undefined => {
  const from = start.toJSDate().getTime();
  const floating = start.zone === ICAL.Timezone.localTimezone;
  const local = (at: number) =>
    floating
      ? { date: dateOf(Math.floor(at / DAY_MS)), time: new Date(at).toISOString().slice(11, 16) }
      : wall(at);
  const asUtc = Date.UTC(start.year, start.month - 1, start.day, start.hour, start.minute);
  const begin = local(floating ? asUtc : from);
  const end = local((floating ? asUtc : from) + durationMs);
  if (durationMs <= 0 || durationMs > DAY_MS || begin.time === end.time) return undefined;
  return { date: begin.date, hours: [begin.time, end.time === '00:00' ? '24:00' : end.time] };
};

/**
 * Reads an ICS file (features §4.4.4): all-day events are local dates as written, whatever the zone, and their end is
 * exclusive; recurrences are expanded five years ahead; the same date and name counts once; timed events become
 * exceptions in the calendar's zone.
 * @throws NotAnIcsError
 */
export const parseIcs = (text: string, zone: string, now: Instant): IcsContent => {
  const holidays = new Map<string, Extract<Holiday, { kind: 'date' }>>();
  const exceptions = new Map<string, CalendarException>();
  const skipped: { name: string; why: IcsContent['skipped'][number]['why'] }[] = [];
  const wall = wallIn(zone);
  const component = parse(text);
  for (const zoneComponent of component.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(zoneComponent);

  const addHoliday = (day: number, name: string): void => {
    const date = dateOf(day);
    if (holidays.has(`${date} ${name}`)) skipped.push({ name, why: 'duplicate' });
    else holidays.set(`${date} ${name}`, { kind: 'date', date, name });
  };

  const addException = (start: ICAL.Time, durationMs: number, name: string): void => {
    const found = hoursOf(start, durationMs, wall);
    if (!found) return void skipped.push({ name, why: 'longerThanADay' });
    const known = exceptions.get(found.date);
    const hours = [...(known?.hours ?? []), found.hours].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    exceptions.set(found.date, { date: found.date, name: known?.name ?? name, hours });
  };

  for (const part of component.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(part);
    const name = (event.summary as string | null) ?? '';
    if (part.getFirstPropertyValue('status') === 'CANCELLED') {
      skipped.push({ name, why: 'cancelled' });
      continue;
    }
    const start = event.startDate as ICAL.Time | null;
    if (!start) {
      skipped.push({ name, why: 'noDate' });
      continue;
    }
    const durationMs = event.duration.toSeconds() * 1000;
    for (const each of startsOf(event, now)) {
      if (!each.isDate) addException(each, durationMs, name);
      else
        for (let i = 0; i < Math.max(1, Math.round(durationMs / DAY_MS)); i++)
          addHoliday(dayOf(each) + i, name);
    }
  }
  return { holidays: [...holidays.values()], exceptions: [...exceptions.values()], skipped };
};
