/** Review periods: calendar months and quarters, and windows of thirty days, in a zone of their own. */
import { DAY_MS, localDateOf, dayNumberOf, type DayNumber } from '../../engine/calendar/local-date';
import { instantOf, offsetAt, zoneTable } from '../../engine/calendar/zone';
import type { Instant, ReviewTerms } from '../../engine/model';

/** A period as a half-open stretch of instants, `[from, to)`. */
export interface ReviewPeriod {
  /** `2026-11`, `2026-Q4`, or the last day of thirty, `2026-11-26`. */
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
}

const WINDOW_DAYS = 30;

const dayAt = (zone: string, at: Instant): DayNumber =>
  Math.floor((at + offsetAt(zoneTable(zone, at, at + 1), at)) / DAY_MS);

/** The first instant of a day; where midnight is skipped, the one after the gap. */
const beginOf = (zone: string, day: DayNumber): Instant => {
  const wall = day * DAY_MS;
  return instantOf(zoneTable(zone, wall - DAY_MS, wall + DAY_MS), wall, 'earlier');
};

const pad = (month: number): string => String(month).padStart(2, '0');
const firstOf = (year: number, monthIndex: number): DayNumber => Date.UTC(year, monthIndex, 1) / DAY_MS;

const ofDay = ({ period, zone }: ReviewTerms, day: DayNumber): ReviewPeriod => {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const between = (key: string, first: DayNumber, next: DayNumber): ReviewPeriod => ({
    key,
    from: beginOf(zone, first),
    to: beginOf(zone, next),
  });
  switch (period) {
    case 'month':
      return between(`${year}-${pad(month + 1)}`, firstOf(year, month), firstOf(year, month + 1));
    case 'quarter': {
      const first = month - (month % 3);
      return between(`${year}-Q${first / 3 + 1}`, firstOf(year, first), firstOf(year, first + 3));
    }
    case 'rolling30':
      return between(localDateOf(day), day - WINDOW_DAYS + 1, day + 1);
  }
};

/** The period an instant is in; of windows the one that ends with its day. @throws UnknownZoneError */
export const periodAt = (review: ReviewTerms, at: Instant): ReviewPeriod =>
  ofDay(review, dayAt(review.zone, at));

/** The period before: for windows the one that ended a day earlier. */
export function periodBefore(review: ReviewTerms, period: ReviewPeriod): ReviewPeriod {
  if (review.period !== 'rolling30') return periodAt(review, period.from - 1);
  return ofDay(review, dayNumberOf(period.key) - 1);
}

const FIRST_DAY: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/^(\d{4})-(\d\d)$/, ([, year, month]) => `${year}-${month}-01`],
  [/^(\d{4})-Q([1-4])$/, ([, year, quarter]) => `${year}-${pad(Number(quarter) * 3 - 2)}-01`],
  [/^(\d{4}-\d\d-\d\d)$/, ([, date]) => date ?? ''],
];

/** The period of a key; `null` when it is none of these periods. */
export function periodOfKey(review: ReviewTerms, key: string): ReviewPeriod | null {
  for (const [pattern, dateOf] of FIRST_DAY) {
    const found = pattern.exec(key);
    const day = found === null ? NaN : dayNumberOf(dateOf(found));
    if (Number.isNaN(day)) continue;
    const period = ofDay(review, day);
    return period.key === key ? period : null;
  }
  return null;
}
