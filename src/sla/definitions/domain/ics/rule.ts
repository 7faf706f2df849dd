/** The repetition rule of an event (RFC 5545, 3.3.10): its parts, as far as a rule for days can have them. */
import { weekdayIndex } from '../../../engine/calendar/local-date';
import type { Property } from './lines';
import { periodsOf, Refusal, type When, wallOf, instantOf } from './times';
import type { Zone } from './zones';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday, Monday 0; with `nth`, only the nth of the month or year, from its end when negative. */
export interface WeekdayOf {
  readonly weekday: number;
  readonly nth?: number;
}

export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  readonly until?: When;
  /** The weekday weeks begin on, Monday 0. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly WeekdayOf[];
  /** Which of the days of a period are meant: 1 the first, -1 the last. */
  readonly positions: readonly number[];
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES: readonly Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const OFTENER = ['HOURLY', 'MINUTELY', 'SECONDLY'];

/** Parts that only some rules can have by the standard; what tools make of them elsewhere differs. */
const ONLY_IN: Readonly<Record<string, readonly Frequency[]>> = {
  BYWEEKNO: ['YEARLY'],
  BYYEARDAY: ['YEARLY'],
  BYMONTHDAY: ['DAILY', 'MONTHLY', 'YEARLY'],
};

/** The rule as it is written, with what it leaves out taken from the event's start. @throws Refusal */
export function ruleOf(property: Property, start: When, zoneOf: (name: string) => Zone | undefined): Rule {
  const { value, line } = property;
  const refuse = (why: 'unreadable' | 'unsupported' | 'tooMany', what: string): never => {
    throw new Refusal(why, what, line);
  };
  const parts = new Map<string, string>();
  for (const part of value.toUpperCase().split(';')) {
    if (part.trim() === '') continue;
    const [name = '', text = '', ...more] = part.trim().split('=');
    // Said twice, it is not known which is meant.
    if (text === '' || more.length > 0 || parts.has(name)) refuse('unreadable', part);
    parts.set(name, text);
  }
  const take = (name: string): string | undefined => {
    const text = parts.get(name);
    parts.delete(name);
    return text;
  };
  const wanted = take('FREQ') ?? refuse('unreadable', value);
  if (OFTENER.includes(wanted)) refuse('tooMany', wanted);
  const frequency = FREQUENCIES.find((each) => each === wanted) ?? refuse('unreadable', `FREQ=${wanted}`);

  const number = (name: string, text: string, least: number, most: number): number =>
    /^[+-]?\d{1,9}$/.test(text) &&
    Math.abs(Number(text)) <= most &&
    Number(text) >= least &&
    Number(text) !== 0
      ? Number(text)
      : refuse('unreadable', `${name}=${text}`);
  const numbers = (name: string, most: number, least = -most): readonly number[] => {
    const text = take(name);
    if (text === undefined) return [];
    if (ONLY_IN[name]?.includes(frequency) === false)
      refuse('unsupported', `FREQ=${frequency};${name}=${text}`);
    return text.split(',').map((each) => number(name, each, least, most));
  };
  const one = (name: string): number | undefined => {
    const text = take(name);
    return text === undefined ? undefined : number(name, text, 1, 1e9);
  };
  const weekdayNamed = (name: string): number => {
    const index = DAYS.indexOf(name);
    return index < 0 ? refuse('unreadable', name) : index;
  };
  const weekdaysOf = (text: string): readonly WeekdayOf[] =>
    text.split(',').map((each) => {
      const [, nth = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each.trim()) ?? [];
      const weekday = weekdayNamed(name);
      if (nth === '') return { weekday };
      const isUsual = frequency === 'MONTHLY' || (frequency === 'YEARLY' && !parts.has('BYWEEKNO'));
      if (!isUsual) refuse('unsupported', `FREQ=${frequency};BYDAY=${text}`);
      return { weekday, nth: number('BYDAY', nth, -53, 53) };
    });

  // A time of day that is that of the start says nothing new.
  const time = Math.floor((start.time ?? 0) / 1000);
  const clock = {
    BYHOUR: Math.floor(time / 3600),
    BYMINUTE: Math.floor(time / 60) % 60,
    BYSECOND: time % 60,
  };
  for (const [name, same] of Object.entries(clock)) {
    const text = take(name);
    if (text !== undefined && Number(text) !== same) refuse('unsupported', `${name}=${text}`);
  }

  const until = take('UNTIL');
  const weekdays = weekdaysIn(take('BYDAY'), weekdaysOf);
  const rule: Rule = {
    frequency,
    interval: one('INTERVAL') ?? 1,
    ...optional('count', one('COUNT')),
    ...(until === undefined ? {} : { until: lastOf({ ...property, value: until }, start, zoneOf) }),
    weekStart: weekdayNamed(take('WKST') ?? 'MO'),
    months: numbers('BYMONTH', 12, 1),
    weeks: numbers('BYWEEKNO', 53),
    yearDays: numbers('BYYEARDAY', 366),
    monthDays: numbers('BYMONTHDAY', 31),
    weekdays,
    positions: numbers('BYSETPOS', 366),
  };
  const [rest] = parts;
  if (rest) refuse('unsupported', rest.join('='));
  return filled(rule, start);
}

const weekdaysIn = <T>(text: string | undefined, read: (text: string) => readonly T[]): readonly T[] =>
  text === undefined ? [] : read(text);

const optional = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T });

/** The end of a rule; a time without a zone is one of the start's. */
function lastOf(property: Property, start: When, zoneOf: (name: string) => Zone | undefined): When {
  const [first, ...more] = periodsOf({ ...property, params: {} }, zoneOf);
  if (first === undefined || more.length > 0) throw new Refusal('unreadable', property.value, property.line);
  const { start: until } = first;
  return until.time !== undefined && until.zone === undefined && start.zone
    ? { ...until, zone: start.zone }
    : until;
}

/** A rule that says no day has the day of its start. */
function filled(rule: Rule, start: When): Rule {
  const date = new Date(start.day * 86_400_000);
  const { frequency, weeks, yearDays, monthDays, weekdays, months } = rule;
  const own = { weekdays: [{ weekday: weekdayIndex(start.day) }] };
  if (weekdays.length > 0 || yearDays.length > 0 || monthDays.length > 0) return rule;
  if (weeks.length > 0 || frequency === 'WEEKLY') return { ...rule, ...own };
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [date.getUTCDate()] };
  if (frequency !== 'YEARLY') return rule;
  return {
    ...rule,
    monthDays: [date.getUTCDate()],
    months: months.length > 0 ? months : [date.getUTCMonth() + 1],
  };
}

/** Whether an occurrence lies after the end of its rule. */
export const isPast = (rule: Rule, occurrence: When): boolean => {
  const { until } = rule;
  if (until === undefined) return false;
  if (until.time === undefined || occurrence.time === undefined) return occurrence.day > until.day;
  const [at, last] = [instantOf(occurrence), instantOf(until)];
  return at === undefined || last === undefined ? wallOf(occurrence) > wallOf(until) : at > last;
};
