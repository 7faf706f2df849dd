import { dayNumberOf } from '../calendar/local-date';
import { compileCalendar } from '../calendar/compile';
import { inherited, isItsOwnBase } from '../calendar/inherited';
import { isKnownZone } from '../calendar/zone';
import type { CalendarDefinition, Holiday, HolidaySet, Instant, SlaDefinitions } from '../model';
import { exceptionNightProblems, hoursProblems, nightProblems } from './hours-rules';
import { type Problem, refusal, warning } from './problem';

const YEAR_MS = 366 * 86_400_000;

const holidayProblems = (subject: string, path: string, holidays: readonly Holiday[]): readonly Problem[] =>
  holidays.flatMap((holiday, i) => {
    const bad =
      (holiday.kind === 'date' && Number.isNaN(dayNumberOf(holiday.date))) ||
      (holiday.kind === 'rule' && holiday.nth === 0) ||
      (holiday.kind === 'yearly' &&
        new Date(Date.UTC(2024, holiday.month - 1, holiday.day)).getUTCMonth() !== holiday.month - 1);
    return bad
      ? [
          refusal(
            'BAD_DATE',
            subject,
            `${path}.${i}`,
            `Holiday "${holiday.name}" is on a day that does not exist.`,
            'Give a day of the calendar; for a rule use first to fifth, or last.',
          ),
        ]
      : [];
  });

/** Everything wrong with a shared set by itself; what it does to a calendar is checked with the calendar. */
export const holidaySetProblems = (set: HolidaySet): readonly Problem[] =>
  holidayProblems(`holidaySet:${set.id}`, 'holidays', set.holidays);

const exceptionProblems = (subject: string, calendar: CalendarDefinition): readonly Problem[] => {
  const seen = new Set<string>();
  return calendar.exceptions.flatMap((exception, i) => {
    const path = `exceptions.${i}`;
    const found = [...hoursProblems(subject, `${path}.hours`, exception.hours)];
    if (Number.isNaN(dayNumberOf(exception.date))) {
      found.push(
        refusal('BAD_DATE', subject, path, `There is no ${exception.date}.`, 'Give a day of the calendar.'),
      );
    }
    if (seen.has(exception.date)) {
      found.push(
        refusal(
          'DUPLICATE_EXCEPTION',
          subject,
          path,
          `${exception.date} has two exceptions.`,
          'Put all hours of a date into one exception.',
        ),
      );
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
  subject: string,
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
  return [
    warning(
      'NO_NEXT_YEAR',
      subject,
      'holidays',
      `The calendar has no holidays of ${next} yet, so due times there will be too early.`,
      `Add the holidays of ${next}, by hand, from a file, or by country.`,
    ),
  ];
};

const zeroProblems = (
  subject: string,
  calendar: CalendarDefinition,
  sets: readonly HolidaySet[],
  now: Instant | undefined,
): readonly Problem[] => {
  const zero = refusal(
    'ZERO_CALENDAR',
    subject,
    'week',
    'The calendar has no working time in the next 366 days, so nothing would ever be due.',
    'Give at least one weekday some hours, or remove holidays.',
  );
  try {
    const compiled = compileCalendar(calendar, sets);
    return now !== undefined && compiled.workingMs(now, now + YEAR_MS) === 0 ? [zero] : [];
  } catch {
    return [zero];
  }
};

const baseProblems = (
  subject: string,
  calendar: CalendarDefinition,
  calendars: readonly CalendarDefinition[],
): readonly Problem[] => {
  const { baseId } = calendar;
  if (baseId === undefined) return [];
  if (!calendars.some(({ id }) => id === baseId))
    return [
      refusal(
        'UNKNOWN_BASE',
        subject,
        'baseId',
        `There is no calendar "${baseId}" to be based on.`,
        'Choose one of the calendars, or none.',
      ),
    ];
  return isItsOwnBase(calendar, calendars)
    ? [
        refusal(
          'CALENDAR_LOOP',
          subject,
          'baseId',
          'The calendar is based on itself.',
          'Choose another calendar to base it on, or none.',
        ),
      ]
    : [];
};

/** Everything wrong with one calendar. `now` is needed for what depends on the date. */
export const calendarProblems = (
  calendar: CalendarDefinition,
  { calendars, holidaySets: sets }: Pick<SlaDefinitions, 'calendars' | 'holidaySets'>,
  now: Instant | undefined,
): readonly Problem[] => {
  const subject = `calendar:${calendar.id}`;
  const whole = inherited(calendar, calendars);
  const found = [
    ...Object.entries(calendar.week).flatMap(([day, hours]) => hoursProblems(subject, `week.${day}`, hours)),
    ...baseProblems(subject, calendar, calendars),
    ...nightProblems(subject, whole.week),
    ...holidayProblems(subject, 'holidays', calendar.holidays),
    ...exceptionProblems(subject, calendar),
    ...exceptionNightProblems(subject, whole),
    ...calendar.holidaySetIds
      .filter((id) => !sets.some((set) => set.id === id))
      .map((id) =>
        refusal(
          'UNKNOWN_HOLIDAY_SET',
          subject,
          'holidaySetIds',
          `There is no holiday set "${id}".`,
          'Choose one of the sets, or remove it from the calendar.',
        ),
      ),
  ];
  if (!isKnownZone(calendar.zone)) {
    return [
      ...found,
      refusal(
        'UNKNOWN_ZONE',
        subject,
        'zone',
        `"${calendar.zone}" is not a known time zone.`,
        'Use an IANA name such as Europe/Berlin.',
      ),
    ];
  }
  if (
    calendar.nominalDayMs !== undefined &&
    !(calendar.nominalDayMs > 0 && calendar.nominalDayMs <= 86_400_000)
  ) {
    found.push(
      refusal(
        'BAD_NOMINAL_DAY',
        subject,
        'nominalDayMs',
        'One business day must be longer than 0 and at most 24 h.',
        'Leave it out to use the average working day.',
      ),
    );
  }
  if (found.some((each) => each.severity === 'error')) return found;
  found.push(...zeroProblems(subject, whole, sets, now));
  if (now !== undefined) found.push(...nextYearProblems(subject, whole, sets, now));
  return found;
};
