/** Review periods: calendar months and quarters, and windows of thirty days, in a zone of their own. */
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addQuarters } from 'date-fns/addQuarters';
import { addMonths } from 'date-fns/addMonths';
import { getQuarter } from 'date-fns/getQuarter';
import { startOfDay } from 'date-fns/startOfDay';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfQuarter } from 'date-fns/startOfQuarter';
import { isKnownZone, UnknownZoneError } from '../../engine/calendar/zone';
import type { Instant, ReviewTerms } from '../../engine/model';

/** A period as a half-open stretch of instants, `[from, to)`. */
export interface ReviewPeriod {
  /** `2026-11`, `2026-Q4`, or the last day of thirty, `2026-11-26`. */
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
}

const WINDOW_DAYS = 30;

/** The date in the zone of the period: a date with a zone writes its own. */
const dateOf = (day: Date): string => day.toISOString().slice(0, 10);

/** Midnights are those of the zone; where one is skipped, a day begins after the gap. */
const ofDay = (period: ReviewTerms['period'], day: Date): ReviewPeriod => {
  const between = (key: string, first: Date, next: Date): ReviewPeriod => ({
    key,
    from: first.getTime(),
    to: next.getTime(),
  });
  switch (period) {
    case 'month': {
      const first = startOfMonth(day);
      return between(dateOf(first).slice(0, 7), first, addMonths(first, 1));
    }
    case 'quarter': {
      const first = startOfQuarter(day);
      return between(`${dateOf(first).slice(0, 4)}-Q${getQuarter(first)}`, first, addQuarters(first, 1));
    }
    case 'rolling30': {
      const last = startOfDay(day);
      return between(dateOf(last), startOfDay(addDays(last, 1 - WINDOW_DAYS)), startOfDay(addDays(last, 1)));
    }
  }
};

/** The period an instant is in; of windows the one that ends with its day. @throws UnknownZoneError */
export function periodAt({ period, zone }: ReviewTerms, at: Instant): ReviewPeriod {
  if (!isKnownZone(zone)) throw new UnknownZoneError(zone);
  return ofDay(period, new TZDate(at, zone));
}

/** The period before: for windows the one that ended a day earlier. */
export const periodBefore = (review: ReviewTerms, { from, to }: ReviewPeriod): ReviewPeriod =>
  periodAt(
    review,
    (review.period === 'rolling30' ? startOfDay(new TZDate(to - 1, review.zone)).getTime() : from) - 1,
  );

/** The first day that a key may name, as year, month and day. */
const FIRST_DAYS: readonly (readonly [RegExp, (found: readonly number[]) => readonly number[]])[] = [
  [/^(\d{4})-(\d\d)$/, ([year = 0, month = 0]) => [year, month, 1]],
  [/^(\d{4})-Q([1-4])$/, ([year = 0, quarter = 0]) => [year, quarter * 3 - 2, 1]],
  [/^(\d{4})-(\d\d)-(\d\d)$/, (date) => date],
];

/** The period of a key; `null` when it is none of these periods. */
export function periodOfKey(review: ReviewTerms, key: string): ReviewPeriod | null {
  for (const [pattern, firstDayOf] of FIRST_DAYS) {
    const found = pattern.exec(key);
    if (found === null) continue;
    const [year = 0, month = 0, day = 0] = firstDayOf(found.slice(1).map(Number));
    const period = ofDay(review.period, new TZDate(year, month - 1, day, review.zone));
    return period.key === key ? period : null;
  }
  return null;
}
