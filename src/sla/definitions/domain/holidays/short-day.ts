import { stretchesOf } from '../../../engine/calendar/day-plan';
import { DAY_MS, dayNumberOf, WEEKDAYS, weekdayIndex } from '../../../engine/calendar/local-date';
import type { CalendarDefinition, CalendarException, Hours } from '../../../engine/model';
import type { PartDay } from './public-holidays';

/** Why a date's hours stay as they are: nothing of them is off, there are none, or it isn't known which are off. */
export type HoursStay = 'afterHours' | 'closedAnyway' | 'partUnknown';

const clock = (ms: number): string =>
  ms === DAY_MS ? '24:00' : new Date(ms % DAY_MS).toISOString().slice(11, 16);

/**
 * A date that is off in part, as an exception with the hours of its weekday that are left. What begins while it is off
 * until midnight, such as a night shift, is off with it.
 */
export function shortDay(
  week: CalendarDefinition['week'],
  { date, name, off }: PartDay,
): CalendarException | HoursStay {
  if (off === undefined) return 'partUnknown';
  const own = week[WEEKDAYS[weekdayIndex(dayNumberOf(date))] ?? 'mon'] ?? [];
  if (own.length === 0) return 'closedAnyway';
  const [[from, until] = [0, 0]] = stretchesOf([off]);
  const hours = stretchesOf(own).flatMap(([start, end]): Hours[] => {
    const before: Hours[] = start < from ? [[clock(start), clock(Math.min(end, from))]] : [];
    const later: Hours[] = end > until && until < DAY_MS ? [[clock(Math.max(start, until)), clock(end)]] : [];
    // Untouched, it is one stretch and not the two around nothing.
    return end <= from || start >= until ? [[clock(start), clock(end)]] : [...before, ...later];
  });
  const isSame = stretchesOf(own).every(([start, end]) => end <= from || start >= until);
  return isSame ? 'afterHours' : { date, name, hours };
}
