import type { CalendarDefinition, Holiday, HolidaySet, Instant } from '../model';
import { Calendar } from './calendar';
import { planDays } from './day-plan';
import { DAY_MS, yearOf } from './local-date';
import { buildTable, endlessTable } from './table';
import { isKnownZone, UnknownZoneError } from './zone';

export interface CompileOptions {
  /** The span to compile at once, by whole years; the rest is compiled when asked about. */
  readonly from?: Instant;
  readonly to?: Instant;
}

/** A calendar without working time would make every due instant "never". */
export class ZeroCalendarError extends Error {
  readonly code = 'ZERO_CALENDAR';
  constructor(readonly calendarId: string) {
    super(`Calendar "${calendarId}" has no working time. Give at least one weekday or exception some hours.`);
  }
}

const START_YEAR = 2026;

/** The calendar's own holidays and those of the sets it names; unknown sets are left to validation. */
export const holidaysOf = (
  definition: CalendarDefinition,
  sets: readonly HolidaySet[],
): readonly Holiday[] => [
  ...definition.holidays,
  ...sets.filter((set) => definition.holidaySetIds.includes(set.id)).flatMap((set) => set.holidays),
];

/**
 * Makes a calendar that answers questions from prefix sums. Hours are wall-clock in the calendar's zone and follow its
 * offset changes as sla-rules §4.5 says.
 * @throws UnknownZoneError | ZeroCalendarError
 */
export const compileCalendar = (
  definition: CalendarDefinition,
  holidaySets: readonly HolidaySet[] = [],
  options: CompileOptions = {},
): Calendar => {
  if (!isKnownZone(definition.zone)) throw new UnknownZoneError(definition.zone);
  const plan = planDays(definition, holidaysOf(definition, holidaySets));
  if (!plan.hasHours) throw new ZeroCalendarError(definition.id);
  const from = options.from === undefined ? START_YEAR : yearOf(Math.floor(options.from / DAY_MS));
  const to = options.to === undefined ? from : yearOf(Math.floor(options.to / DAY_MS));
  const table = buildTable(plan, definition.zone, from, Math.max(from, to));
  return new Calendar(
    definition.id,
    definition.name,
    definition.zone,
    definition.nominalDayMs ?? plan.averageDayMs,
    plan,
    table,
  );
};

const allDay = [[0, DAY_MS]] as const;

/** 24×7 in UTC: what counts when a goal names no calendar. */
export const calendar247: Calendar = new Calendar(
  null,
  '24×7',
  'UTC',
  DAY_MS,
  {
    stretches: () => allDay,
    each(first, last, use) {
      for (let day = first; day <= last; day++) use(day, allDay);
    },
    averageDayMs: DAY_MS,
    hasHours: true,
  },
  endlessTable(),
);
