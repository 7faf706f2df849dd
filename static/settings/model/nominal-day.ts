/** How long one business day of a calendar is, as an admin types it: hours, in the locale's numbers. */
import { planDays } from '../../../src/sla/engine/calendar/day-plan';
import type { CalendarDefinition, DurationMs } from '../../../src/sla/engine/model';
import { readNumber } from '../../shared/read-number';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What counts when nothing is typed: the average of the weekdays that have hours. `null` while an hour is half typed. */
export const averageDayMs = (calendar: CalendarDefinition): DurationMs | null => {
  const { averageDayMs: average } = planDays(calendar, []);
  return Number.isFinite(average) ? average : null;
};

/** Hours as text, to two places. */
export const hoursText = (ms: DurationMs, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(ms / HOUR_MS);

/** Typed hours as milliseconds; `undefined` for none, `null` for what is no length of a day (more than 0, at most 24 h). */
export const readHours = (typed: string, locale: string): DurationMs | undefined | null => {
  const hours = readNumber(typed, locale);
  if (hours === 'empty') return undefined;
  if (typeof hours !== 'number') return null;
  const ms = Math.round(hours * HOUR_MS);
  return ms > 0 && ms <= DAY_MS ? ms : null;
};
