/** Dates and times of an ICS file, as they are written. */
import ICAL from 'ical.js';
import { DAY_MS, type DayNumber, dayNumberOf } from '../../../engine/calendar/local-date';
import type { DurationMs, Instant } from '../../../engine/model';
import type { Property } from './lines';
import { UTC, type Zone } from './zones';

/** A date, or a time of a date in a zone; without one it is that time wherever the calendar is. */
export interface When {
  readonly day: DayNumber;
  /** Milliseconds from midnight; left out: the whole date. */
  readonly time?: DurationMs;
  readonly zone?: Zone;
}

/** A start and, where it is written there too, how long it lasts or when it ends. */
export interface Period {
  readonly start: When;
  readonly end?: When;
}

/** Why something that is written can't be taken. */
export class Refusal extends Error {
  constructor(
    readonly why: 'noDate' | 'unreadable' | 'unknownZone' | 'unsupported' | 'tooMany',
    /** What of it, as it is written. */
    readonly what: string,
    readonly line?: number,
  ) {
    super(`${why}: ${what}`);
  }
}

/** The wall-clock time as if it were UTC; of a date, its midnight. */
export const wallOf = ({ day, time = 0 }: When): number => day * DAY_MS + time;

/** Undefined for a date or a time without a zone: they are no instant. */
export const instantOf = (when: When): Instant | undefined => when.zone?.(wallOf(when));

const DATE_TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/;

type ZoneOf = (name: string) => Zone | undefined;

/** Eight digits are a date, whether the property says so or not. */
function whenOf(text: string, { params, line }: Property, zoneOf: ZoneOf): When {
  const [, year, month, date, hour, minute, second = '0', utc] = DATE_TIME.exec(text) ?? [];
  const day = dayNumberOf(`${year}-${month}-${date}`);
  const isDate = hour === undefined;
  const wrong = Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60;
  // A "date" with a time says two things.
  if (Number.isNaN(day) || wrong || (!isDate && params['VALUE']?.toUpperCase() === 'DATE'))
    throw new Refusal('unreadable', text, line);
  if (isDate) return { day };
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Math.min(Number(second), 59)) * 1000;
  if (utc !== undefined) return { day, time, zone: UTC };
  const name = params['TZID'];
  if (name === undefined) return { day, time };
  const zone = zoneOf(name);
  if (zone === undefined) throw new Refusal('unknownZone', name, line);
  return { day, time, zone };
}

/** `P1W`, `PT30M`: days are counted as days of the wall clock. */
export function durationOf({ value, line }: Property): DurationMs {
  if (!/^[+-]?P(?=\d|T\d)/i.test(value)) throw new Refusal('unreadable', value, line);
  try {
    return ICAL.Duration.fromString(value).toSeconds() * 1000;
  } catch {
    throw new Refusal('unreadable', value, line);
  }
}

/** What lies so long after it on the wall clock. */
export const after = (when: When, ms: DurationMs): When => {
  const wall = wallOf(when) + ms;
  const day = Math.floor(wall / DAY_MS);
  return when.time === undefined && wall % DAY_MS === 0
    ? { day }
    : { ...when, day, time: wall - day * DAY_MS };
};

/** The dates, times or periods that a property lists. @throws Refusal */
export function periodsOf(property: Property, zoneOf: ZoneOf): readonly Period[] {
  return property.value.split(',').map((text) => {
    const [from = '', to] = text.trim().toUpperCase().split('/');
    const start = whenOf(from, property, zoneOf);
    if (to === undefined) return { start };
    const end = to.startsWith('P')
      ? after(start, durationOf({ ...property, value: to }))
      : whenOf(to, property, zoneOf);
    return { start, end };
  });
}

/** Whether two ways of writing it mean the same occurrence: a date is any time of it, a time without a zone that of the wall clock. */
export const isSame = (a: When, b: When): boolean => {
  if (a.time === undefined || b.time === undefined) return a.day === b.day;
  const [one, other] = [instantOf(a), instantOf(b)];
  return one === undefined || other === undefined ? wallOf(a) === wallOf(b) : one === other;
};
