import { utcDay } from '../../kernel/utc-day';
import { foundBy, type Starting, heldAnswers, heldFields } from '../../catalog/domain/answers/defaults';
import { plusDays } from '../../catalog/domain/field-types';
import type { Answers, FormField, PublishedItem } from '../../catalog/domain/model';
import type { Calendar } from '../../sla/engine/calendar/calendar';
import type { Person } from '../ports';
import type { SubmitPorts } from './submission';

export type HeldPorts = Pick<
  SubmitPorts,
  'aboutRequester' | 'calendarsOf' | 'firstIssue' | 'previousAnswers'
>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What stands in the fields of a form while a rule makes them read-only: a direct call can send anything in them. Of a date that
 * is counted from today the app knows not in whose zone, nor on which of the item's calendars: what is given counts if it is one of those
 * that it may be.
 */
export async function heldFor(
  item: PublishedItem,
  given: Answers,
  person: Person,
  { aboutRequester, calendarsOf, firstIssue, previousAnswers }: HeldPorts,
): Promise<Answers> {
  const { form, rules } = item.content;
  const { accountId, by, now } = person;
  const held = heldFields(form, rules);
  const starts = (kind: NonNullable<FormField['default']>['kind']): boolean =>
    held.some((field) => field.default?.kind === kind);
  if (held.length === 0) return {};
  const [about = {}, previous, found, calendars = []] = await Promise.all([
    starts('requester') ? aboutRequester?.(held, person) : undefined,
    starts('previous') ? previousAnswers?.(person, item.id) : undefined,
    // What a search finds is the searcher's own: a form for somebody else begins without.
    by === undefined && firstIssue ? foundBy(held, firstIssue) : undefined,
    held.some(isOnCalendar) ? calendarsOf?.(item) : undefined,
  ]);
  const on = (end: End): Answers => {
    const today = utcDay(now + end.zone * HOUR);
    const workingDate = (days: number) => end.of(datesAfter(days, now, calendars));
    const known: Starting = {
      accountId,
      about,
      found,
      previous: previous ?? undefined,
      rules,
      today,
      workingDate,
    };
    return heldAnswers(form, known);
  };
  const [first, last] = [on(EARLIEST), on(LATEST)];
  return Object.fromEntries(
    Object.entries(first).map(([id, from]) => {
      const [answer, to] = [given[id], last[id]];
      if (from === to || typeof from !== 'string' || typeof to !== 'string') return [id, from];
      return [id, typeof answer === 'string' && answer >= from && answer <= to ? answer : to];
    }),
  );
}

const isOnCalendar = ({ default: start }: FormField): boolean =>
  start?.kind === 'today' && start.working === true;

interface End {
  /** Hours from UTC to where the day is oldest, or newest. */
  readonly zone: number;
  readonly of: (dates: readonly string[]) => string;
}
const EARLIEST: End = { zone: -12, of: (dates) => dates[0] ?? '' };
const LATEST: End = { zone: 14, of: (dates) => dates.at(-1) ?? '' };

/** The dates that so many working days from today may be, in their order: a form is open for a while, and may count plain days. */
const datesAfter = (days: number, now: number, calendars: readonly Calendar[]): readonly string[] =>
  [
    ...[EARLIEST, LATEST].map(({ zone }) => plusDays(utcDay(now + zone * HOUR), days)),
    ...calendars.flatMap((calendar) =>
      [now - DAY, now].flatMap((at) => calendar.workingDate(at, days) ?? []),
    ),
  ].toSorted();
