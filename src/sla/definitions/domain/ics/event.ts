/** One event of an ICS file, read; or why it can't be. */
import type { Block, Property } from './lines';
import { ruleOf, type Rule } from './rule';
import { after, durationOf, instantOf, type Period, periodsOf, Refusal, type When, wallOf } from './times';
import { DAY_MS } from '../../../engine/calendar/local-date';
import type { DurationMs } from '../../../engine/model';
import type { Zone } from './zones';

export interface IcsEvent {
  readonly line: number;
  readonly uid: string;
  readonly name: string;
  readonly cancelled: boolean;
  /** Of two events with one id the higher is the newer. */
  readonly sequence: number;
  readonly start: When;
  /** How long it lasts: in days when it is written as dates, else by the clock. */
  readonly durationMs: DurationMs;
  /** How many whole days it is; left out when it is some hours. */
  readonly days?: number;
  readonly rule?: Rule;
  /** More occurrences, and those that are none. */
  readonly more: readonly Period[];
  readonly without: readonly When[];
  /** The occurrence of the event with the same id that this one stands in for, and whether for all later ones too. */
  readonly replaces?: When;
  readonly replacesLater: boolean;
}

type ZoneOf = (name: string) => Zone | undefined;

const MINUTE = 60_000;

/** How far one time is after another: by the clock, or on the wall clock where one of them is no instant. */
export const between = (start: When, end: When): DurationMs => {
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === undefined || to === undefined ? wallOf(end) - wallOf(start) : to - from;
};

/**
 * How many whole days lie between two times of one wall clock, each given as if it were UTC; undefined when it is some
 * hours. Midnight is also written 00:01 at the start, and 23:59 at the end.
 */
export const wholeDays = (from: number, to: number): number | undefined => {
  const begin = Math.floor(from / DAY_MS);
  const end = Math.ceil(to / DAY_MS);
  const isWhole = from - begin * DAY_MS <= MINUTE && end * DAY_MS - to <= MINUTE;
  return isWhole && end > begin ? end - begin : undefined;
};

const textOf = (property: Property | undefined): string =>
  (property?.value ?? '').replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** The event in a block; undefined when it has no date. @throws Refusal */
export function eventOf(block: Block, zoneOf: ZoneOf): IcsEvent | undefined {
  const all = (name: string): readonly Property[] => block.properties.filter((each) => each.name === name);
  const one = (name: string): Property | undefined => all(name)[0];
  const onlyOf = (property: Property): Period => {
    const [first, ...more] = periodsOf(property, zoneOf);
    if (first === undefined || more.length > 0)
      throw new Refusal('unreadable', property.value, property.line);
    return first;
  };
  const [begin, replaced, rule] = [one('DTSTART'), one('RECURRENCE-ID'), one('RRULE')];
  if (block.badLine !== undefined) throw new Refusal('unreadable', '', block.badLine);
  if (begin === undefined) return undefined;
  const tooMuch = all('EXRULE')[0] ?? all('RRULE')[1];
  if (tooMuch) throw new Refusal('unsupported', `${tooMuch.name}:${tooMuch.value}`, tooMuch.line);
  const { start } = onlyOf(begin);
  const { end, durationMs } = lengthOf(start, one('DTEND'), one('DURATION'), onlyOf);
  const flagged = all('X-MICROSOFT-CDO-ALLDAYEVENT').some(({ value }) => value.toUpperCase() === 'TRUE');
  const sameClock = start.zone === end.zone;
  const asWritten = sameClock ? wholeDays(wallOf(start), wallOf(end)) : undefined;
  const days =
    start.time === undefined
      ? Math.max(1, Math.ceil(durationMs / DAY_MS))
      : (asWritten ?? markedDays(flagged, durationMs));
  const sequence = Number(one('SEQUENCE')?.value ?? 0);
  // Marked as whole days, its midnight is that of a zone it does not name: the nearest one is meant.
  const settled = (when: When): When =>
    days !== undefined && asWritten === undefined && when.time !== undefined ? nearestDay(when) : when;
  return {
    line: block.line,
    uid: one('UID')?.value ?? '',
    name: textOf(one('SUMMARY')),
    cancelled: one('STATUS')?.value.toUpperCase() === 'CANCELLED',
    sequence: Number.isFinite(sequence) ? sequence : 0,
    start: settled(start),
    durationMs,
    ...(days === undefined ? {} : { days }),
    ...(rule && { rule: ruleOf(rule, settled(start), zoneOf) }),
    more: all('RDATE')
      .flatMap((each) => periodsOf(each, zoneOf))
      .map((each) => ({ ...each, start: settled(each.start) })),
    without: all('EXDATE')
      .flatMap((each) => periodsOf(each, zoneOf))
      .map((each) => settled(each.start)),
    ...(replaced && { replaces: settled(onlyOf(replaced).start) }),
    replacesLater: replaced?.params['RANGE']?.toUpperCase() === 'THISANDFUTURE',
  };
}

const markedDays = (flagged: boolean, durationMs: DurationMs): number | undefined =>
  flagged && durationMs > 0 ? Math.max(1, Math.round(durationMs / DAY_MS)) : undefined;

const nearestDay = (start: When): When => ({ day: Math.floor((wallOf(start) + DAY_MS / 2) / DAY_MS) });

/** A date without an end is one day, a time without one has no length. */
function lengthOf(
  start: When,
  end: Property | undefined,
  duration: Property | undefined,
  onlyOf: (property: Property) => Period,
): { readonly end: When; readonly durationMs: DurationMs } {
  if (end === undefined && duration !== undefined) {
    const durationMs = durationOf(duration);
    return { end: after(start, durationMs), durationMs };
  }
  if (end === undefined) return { end: start, durationMs: 0 };
  const { start: until } = onlyOf(end);
  const durationMs = between(start, until);
  if (durationMs < 0) throw new Refusal('unreadable', end.value, end.line);
  return { end: until, durationMs };
}
