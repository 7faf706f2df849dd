import { describe, expect, it } from '@jest/globals';
import { offsetFromIntl } from '../calendar/zone';
import { compileCalendar } from '../calendar/compile';
import type { CalendarDefinition, Hours } from '../model';
import { CALENDAR_EXAMPLES, type CalendarAnswers, type CalendarExample } from './calendar-examples';

/**
 * Classic mistakes of working-time calendars, each made on purpose: every one must fail one of our own examples, or the
 * examples prove nothing. A mutant is a changed definition or a thin wrapper; the calendar itself knows nothing of it.
 */

type Bind = (definition: CalendarDefinition) => CalendarAnswers;

const ours: Bind = (definition) => compileCalendar(definition);

const withDefinition =
  (change: (definition: CalendarDefinition) => CalendarDefinition): Bind =>
  (definition) =>
    ours(change(definition));

const withHours = (change: (hours: readonly Hours[]) => readonly Hours[]): Bind =>
  withDefinition((definition) => ({
    ...definition,
    week: Object.fromEntries(Object.entries(definition.week).map(([day, hours]) => [day, change(hours)])),
    exceptions: definition.exceptions.map((each) => ({ ...each, hours: change(each.hours) })),
  }));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const minuteOf = (at: number): number => Math.floor(at / MINUTE) * MINUTE;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The hours as if the zone had, all along a span, the offset of its beginning. */
const fixedOffset: Bind = (definition) => {
  const flat = ours({ ...definition, zone: 'UTC' });
  const offset = (at: number): number => offsetFromIntl(definition.zone, at);
  return {
    workingMs: (from, to) => flat.workingMs(from + offset(from), to + offset(from)),
    addWorking: (from, ms) => flat.addWorking(from + offset(from), ms) - offset(from),
  };
};

/** Bounds within three hours after an offset change still go by the offset before it. */
const lateChange: Bind = (definition) => {
  const calendar = compileCalendar(definition);
  const late = (at: number): number =>
    at + offsetFromIntl(definition.zone, at) - offsetFromIntl(definition.zone, at - 3 * HOUR + 1000);
  const intervals = (from: number) =>
    calendar
      .workingIntervals(from - 48 * HOUR, from + 30 * 24 * HOUR)
      .map(([opening, closing]) => [late(opening), late(closing)] as const);
  const workingMs = (from: number, to: number): number =>
    intervals(from).reduce(
      (sum, [opening, closing]) => sum + Math.max(0, Math.min(closing, to) - Math.max(opening, from)),
      0,
    );
  return {
    workingMs,
    addWorking: (from, ms) => {
      let left = ms;
      for (const [opening, closing] of intervals(from)) {
        const begin = Math.max(opening, from);
        if (begin + left <= closing) return begin + left;
        left -= Math.max(0, closing - begin);
      }
      return Infinity;
    },
  };
};

const MUTANTS: Readonly<Record<string, Bind>> = {
  'ignores the zone': withDefinition((definition) => ({ ...definition, zone: 'UTC' })),
  'ignores holidays': withDefinition((definition) => ({ ...definition, holidays: [] })),
  'ignores yearly holidays': withDefinition((definition) => ({
    ...definition,
    holidays: definition.holidays.filter((holiday) => holiday.kind !== 'yearly'),
  })),
  'ignores exceptions': withDefinition((definition) => ({ ...definition, exceptions: [] })),
  'lets a holiday win over an exception': withDefinition((definition) => ({
    ...definition,
    exceptions: definition.exceptions.filter(
      ({ date }) => !definition.holidays.some((holiday) => holiday.kind === 'date' && holiday.date === date),
    ),
  })),
  'shifts weekdays by one': withDefinition((definition) => ({
    ...definition,
    week: Object.fromEntries(DAYS.map((day, i) => [day, definition.week[DAYS[(i + 1) % 7] ?? day] ?? []])),
  })),
  'cuts hours at midnight': withHours((hours) =>
    hours.map(([from, to]): Hours => (to <= from ? [from, '24:00'] : [from, to])),
  ),
  'ignores breaks': withHours((hours) => {
    const [first, last] = [hours[0], hours.at(-1)];
    return first && last ? [[first[0], last[1]]] : [];
  }),
  'keeps one offset for a whole span': fixedOffset,
  'changes the offset three hours late': lateChange,
  'cuts seconds off': (definition) => {
    const calendar = ours(definition);
    return {
      workingMs: (from, to) => calendar.workingMs(minuteOf(from), minuteOf(to)),
      addWorking: (from, ms) => calendar.addWorking(minuteOf(from), ms),
    };
  },
  'goes on to the next opening when work ends at closing': (definition) => {
    const calendar = compileCalendar(definition);
    return {
      workingMs: (from, to) => calendar.workingMs(from, to),
      addWorking: (from, ms) => calendar.nextWorking(calendar.addWorking(from, ms)),
    };
  },
};

const fails = (bind: Bind, { definition, from, to, ms }: CalendarExample): boolean => {
  const calendar = bind(definition);
  return calendar.workingMs(Date.parse(from), Date.parse(to)) !== ms
    ? true
    : calendar.addWorking(Date.parse(from), ms) !== Date.parse(to);
};

describe('the examples of calendars', () => {
  it.each(CALENDAR_EXAMPLES.map((example) => [example.name, example] as const))('holds: %s', (_, example) => {
    expect(fails(ours, example)).toBe(false);
  });

  it.each(Object.entries(MUTANTS))('catch a calendar that %s', (_, mutant) => {
    expect(CALENDAR_EXAMPLES.filter((example) => fails(mutant, example)).length).toBeGreaterThan(0);
  });
});
