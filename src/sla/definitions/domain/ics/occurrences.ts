/** When the events of an ICS file happen: recurrences expanded, moved occurrences in their new place only. */
import { DAY_MS, type DayNumber } from '../../../engine/calendar/local-date';
import type { DurationMs, Instant } from '../../../engine/model';
import { ruleDays } from './days';
import { between, type IcsEvent, wholeDays } from './event';
import { isPast } from './rule';
import { isSame, type Period, type When, wallOf } from './times';

/** How far repeating events are followed: sla-rules §4.3 for the years ahead, a year back for what is still measured. */
const YEARS_AHEAD = 5;
const DAYS_BACK = 366;

export interface Occurrence {
  /** Itself, or the event that replaces this one occurrence. */
  readonly event: IcsEvent;
  readonly start: When;
  readonly durationMs: DurationMs;
  /** How many whole days it is; left out when it is some hours. */
  readonly days?: number;
}

interface Window {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const windowAround = (now: Instant): Window => ({
  first: Math.floor(now / DAY_MS) - DAYS_BACK,
  last: Math.floor(now / DAY_MS) + 366 * YEARS_AHEAD,
});

const at = (event: IcsEvent, start: When): Occurrence => ({
  event,
  start,
  durationMs: event.durationMs,
  ...(event.days === undefined ? {} : { days: event.days }),
});

const lasting = (event: IcsEvent, { start, end }: Period): Occurrence => {
  if (end === undefined) return at(event, start);
  const days = start.time === undefined ? undefined : wholeDays(wallOf(start), wallOf(end));
  return { event, start, durationMs: between(start, end), ...(days === undefined ? {} : { days }) };
};

/** The first date is one of them and counts, whether its rule has it or not. */
function* ownStarts(event: IcsEvent, { first, last }: Window): Generator<When> {
  const { start, rule } = event;
  yield start;
  if (rule === undefined) return;
  let counted = 1;
  for (const day of ruleDays(rule, start.day, first, last)) {
    if (day === start.day) continue;
    counted += 1;
    const next = { ...start, day };
    if (isPast(rule, next) || counted > (rule.count ?? Infinity)) return;
    yield next;
  }
}

/** Where an occurrence is when another event says so, for it alone or for all from some occurrence on. */
function replaced(occurrence: Occurrence, replacements: readonly IcsEvent[]): Occurrence {
  const { start } = occurrence;
  const own = replacements.find(({ replaces }) => replaces && isSame(replaces, start));
  if (own) return at(own, own.start);
  const later = replacements
    .filter((each) => each.replacesLater && each.replaces && wallOf(each.replaces) <= wallOf(start))
    .at(-1);
  return later?.replaces
    ? at(later, { ...later.start, day: start.day + later.start.day - later.replaces.day })
    : occurrence;
}

/**
 * The occurrences of one event: of a repeating one those from a year before `now` (UTC ms) to five years after it, of
 * which an occurrence that another event replaces (`RECURRENCE-ID`) is where that event puts it. One that does not
 * repeat is there whenever it is.
 */
export function occurrencesOf(
  event: IcsEvent,
  replacements: readonly IcsEvent[],
  now: Instant,
): readonly Occurrence[] {
  if (!isRepeating(event)) return [at(event, event.start)];
  const window = windowAround(now);
  const found: Occurrence[] = [];
  const add = (occurrence: Occurrence): void => {
    const { start } = occurrence;
    // An occurrence may have been moved into the span, or out of it.
    if (replacements.length === 0 && (start.day < window.first || start.day > window.last)) return;
    if (event.without.some((each) => isSame(each, start))) return;
    const { days, ...rest } = replaced(occurrence, replacements);
    if (rest.start.day >= window.first && rest.start.day <= window.last)
      found.push({ ...rest, ...(days === undefined ? {} : { days }) });
  };
  const starts = replacements.length === 0 ? window : { ...window, first: event.start.day };
  for (const start of ownStarts(event, starts)) add(at(event, start));
  const own = found.length;
  for (const period of event.more)
    if (!found.slice(0, own).some(({ start }) => isSame(start, period.start))) add(lasting(event, period));
  return found;
}

const isRepeating = ({ rule, more }: IcsEvent): boolean => rule !== undefined || more.length > 0;

/** An event with what replaces single occurrences of it. */
export interface Series {
  readonly event: IcsEvent;
  readonly replacements: readonly IcsEvent[];
}

/**
 * The events of a file with what replaces single occurrences of them attached; a replacement without its event stands
 * alone. Of an event that is there in several versions only the newest counts: the others are `outdated`.
 */
export function seriesOf(events: readonly IcsEvent[]): {
  readonly series: readonly Series[];
  readonly outdated: readonly IcsEvent[];
} {
  const newest = new Map<string, number>();
  const repeating = new Set<string>();
  const replacements = new Map<string, IcsEvent[]>();
  for (const event of events) {
    const { uid, replaces, sequence } = event;
    if (uid === '') continue;
    if (replaces) {
      const known = replacements.get(uid);
      if (known) known.push(event);
      else replacements.set(uid, [event]);
    } else {
      newest.set(uid, Math.max(sequence, newest.get(uid) ?? 0));
      if (isRepeating(event)) repeating.add(uid);
    }
  }
  const isOutdated = ({ uid, replaces, sequence }: IcsEvent): boolean =>
    replaces === undefined && sequence < (newest.get(uid) ?? 0);
  return {
    outdated: events.filter(isOutdated),
    series: events
      .filter((each) => !isOutdated(each) && !(each.replaces && repeating.has(each.uid)))
      .map((event) => ({
        event,
        replacements: isRepeating(event) ? (replacements.get(event.uid) ?? []) : [],
      })),
  };
}
