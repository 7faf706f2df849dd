import { dayNumberOf } from '../../../engine/calendar/local-date';
import { compileCalendar } from '../../../engine/calendar/compile';
import { isItsOwnBase } from '../../../engine/calendar/bases';
import { inherited } from '../../../engine/calendar/inherited';
import { isKnownZone } from '../../../engine/calendar/zone';
import type { CalendarDefinition, Holiday, HolidaySet, Instant, SlaDefinitions } from '../../../engine/model';
import { exceptionNightProblems, hoursProblems, nightProblems } from './hours-rules';
import { errorIn, warningIn, dateParam } from '../../../../kernel/finding';
import type { Problem } from './problem';

const YEAR_MS = 366 * 86_400_000;

const holidayProblems = (whose: string, at: string, holidays: readonly Holiday[]): readonly Problem[] =>
  holidays.flatMap((holiday, i) => {
    const bad =
      (holiday.kind === 'date' && Number.isNaN(dayNumberOf(holiday.date))) ||
      (holiday.kind === 'rule' && holiday.nth === 0) ||
      (holiday.kind === 'yearly' &&
        new Date(Date.UTC(2024, holiday.month - 1, holiday.day)).getUTCMonth() !== holiday.month - 1);
    return bad ? [errorIn('BAD_DATE', whose, `${at}.${i}`)] : [];
  });

/** Everything wrong with a shared set by itself; what it does to a calendar is checked with the calendar. */
export const holidaySetProblems = (set: HolidaySet): readonly Problem[] =>
  holidayProblems(`holidaySet:${set.id}`, 'holidays', set.holidays);

const exceptionProblems = (whose: string, calendar: CalendarDefinition): readonly Problem[] => {
  const seen = new Set<string>();
  return calendar.exceptions.flatMap((exception, i) => {
    const at = `exceptions.${i}`;
    const found = [...hoursProblems(whose, `${at}.hours`, exception.hours)];
    if (Number.isNaN(dayNumberOf(exception.date))) {
      found.push(errorIn('BAD_DATE', whose, at));
    }
    if (seen.has(exception.date)) {
      found.push(errorIn('DUPLICATE_EXCEPTION', whose, at, { date: dateParam(exception.date) }));
    }
    seen.add(exception.date);
    return found;
  });
};

/**
 * Next year (of `now`, UTC) when holidays are kept by date and none of them is in it; null otherwise, and before October,
 * when few have looked it up.
 */
export const yearWithoutHolidays = (holidays: readonly Holiday[], now: Instant): number | null => {
  const dated = holidays.flatMap((holiday) => (holiday.kind === 'date' ? [holiday.date.slice(0, 4)] : []));
  const today = new Date(now);
  const next = today.getUTCFullYear() + 1;
  return today.getUTCMonth() < 9 || dated.length === 0 || dated.includes(String(next)) ? null : next;
};

const nextYearProblems = (
  whose: string,
  calendar: CalendarDefinition,
  sets: readonly HolidaySet[],
  now: Instant,
): readonly Problem[] => {
  const dates = [
    ...calendar.holidays,
    ...sets.filter((set) => calendar.holidaySetIds.includes(set.id)).flatMap((set) => set.holidays),
  ];
  const next = yearWithoutHolidays(dates, now);
  if (next === null) return [];
  return [warningIn('NO_NEXT_YEAR', whose, 'holidays', { year: String(next) })];
};

const zeroProblems = (
  whose: string,
  calendar: CalendarDefinition,
  sets: readonly HolidaySet[],
  now: Instant | undefined,
): readonly Problem[] => {
  const zero = errorIn('ZERO_CALENDAR', whose, 'week');
  try {
    const compiled = compileCalendar(calendar, sets);
    return now !== undefined && compiled.workingMs(now, now + YEAR_MS) === 0 ? [zero] : [];
  } catch {
    return [zero];
  }
};

const baseProblems = (
  whose: string,
  calendar: CalendarDefinition,
  calendars: readonly CalendarDefinition[],
): readonly Problem[] => {
  const { baseId } = calendar;
  if (baseId === undefined) return [];
  if (!calendars.some(({ id }) => id === baseId))
    return [errorIn('UNKNOWN_BASE', whose, 'baseId', { calendar: baseId })];
  return isItsOwnBase(calendar, calendars) ? [errorIn('CALENDAR_LOOP', whose, 'baseId')] : [];
};

/** Everything wrong with one calendar. `now` is needed for what depends on the date. */
export const calendarProblems = (
  calendar: CalendarDefinition,
  { calendars, holidaySets: sets }: Pick<SlaDefinitions, 'calendars' | 'holidaySets'>,
  now: Instant | undefined,
): readonly Problem[] => {
  const whose = `calendar:${calendar.id}`;
  const whole = inherited(calendar, calendars);
  const found = [
    ...Object.entries(calendar.week).flatMap(([day, hours]) => hoursProblems(whose, `week.${day}`, hours)),
    ...baseProblems(whose, calendar, calendars),
    ...nightProblems(whose, whole.week),
    ...holidayProblems(whose, 'holidays', calendar.holidays),
    ...exceptionProblems(whose, calendar),
    ...exceptionNightProblems(whose, whole),
    ...calendar.holidaySetIds
      .filter((id) => !sets.some((set) => set.id === id))
      .map((id) => errorIn('UNKNOWN_HOLIDAY_SET', whose, 'holidaySetIds', { set: id })),
  ];
  if (!isKnownZone(calendar.zone)) {
    return [...found, errorIn('UNKNOWN_ZONE', whose, 'zone', { zone: calendar.zone })];
  }
  if (
    calendar.nominalDayMs !== undefined &&
    !(calendar.nominalDayMs > 0 && calendar.nominalDayMs <= 86_400_000)
  ) {
    found.push(errorIn('BAD_NOMINAL_DAY', whose, 'nominalDayMs'));
  }
  if (found.some((each) => each.severity === 'error')) return found;
  found.push(...zeroProblems(whose, whole, sets, now));
  if (now !== undefined) found.push(...nextYearProblems(whose, whole, sets, now));
  return found;
};
