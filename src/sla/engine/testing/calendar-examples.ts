import type { CalendarDefinition, DurationMs, Instant } from '../model';
import { calendarOf, everyDay, HOUR, MINUTE, workdays } from './build';

/** The two questions everything else about a calendar follows from. */
export interface CalendarAnswers {
  workingMs(from: Instant, to: Instant): DurationMs;
  addWorking(from: Instant, ms: DurationMs): Instant;
}

/** So much working time lies between two instants, and adding it to the first leads to the second. */
export interface CalendarExample {
  readonly name: string;
  readonly definition: CalendarDefinition;
  readonly from: string;
  readonly to: string;
  readonly ms: DurationMs;
}

const office = calendarOf();
const lunch = calendarOf({ week: workdays(['09:00', '12:00'], ['13:00', '17:00']) });
const nights = calendarOf({ week: everyDay(['22:00', '06:00']) });
const always = calendarOf({ week: everyDay(['00:00', '24:00']) });
const small = calendarOf({ week: everyDay(['02:30', '03:30']) });
const christmas = calendarOf({
  holidays: [
    { kind: 'date', date: '2026-12-24', name: 'Christmas Eve' },
    { kind: 'yearly', month: 12, day: 25, name: 'Christmas' },
  ],
  exceptions: [{ date: '2026-12-24', hours: [['09:00', '12:00']], name: 'short day' }],
});

/** Worked out by hand, with the wall clock and its offset written out; numbers of sla-rules §12 where it has them. */
export const CALENDAR_EXAMPLES: readonly CalendarExample[] = [
  {
    name: 'work goes over a weekend',
    definition: office,
    from: '2026-06-05T15:00+02:00',
    to: '2026-06-08T11:00+02:00',
    ms: 4 * HOUR,
  },
  {
    name: 'work that ends at closing ends there (V4)',
    definition: office,
    from: '2026-06-01T09:00+02:00',
    to: '2026-06-01T17:00+02:00',
    ms: 8 * HOUR,
  },
  {
    name: 'a break does not count (V7)',
    definition: lunch,
    from: '2026-06-01T11:00+02:00',
    to: '2026-06-01T16:00+02:00',
    ms: 4 * HOUR,
  },
  {
    name: 'a short day wins over its holiday, the next day is off every year (V6)',
    definition: christmas,
    from: '2026-12-24T10:00+01:00',
    to: '2026-12-28T11:00+01:00',
    ms: 4 * HOUR,
  },
  {
    name: 'a yearly holiday comes back',
    definition: christmas,
    from: '2028-12-22T16:00+01:00',
    to: '2028-12-26T10:00+01:00',
    ms: 2 * HOUR,
  },
  {
    name: 'all day is 24 hours when clocks go forward (V8)',
    definition: always,
    from: '2026-03-28T12:00+01:00',
    to: '2026-03-29T13:00+02:00',
    ms: 24 * HOUR,
  },
  {
    name: 'all day is 24 hours when clocks go back (V9)',
    definition: always,
    from: '2026-10-24T12:00+02:00',
    to: '2026-10-25T11:00+01:00',
    ms: 24 * HOUR,
  },
  {
    name: 'a night is an hour short when clocks go forward (V10)',
    definition: nights,
    from: '2026-03-28T22:00+01:00',
    to: '2026-03-29T23:00+02:00',
    ms: 8 * HOUR,
  },
  {
    name: 'a night is an hour longer when clocks go back (V11)',
    definition: nights,
    from: '2026-10-24T22:00+02:00',
    to: '2026-10-25T05:00+01:00',
    ms: 8 * HOUR,
  },
  {
    name: 'a weekend with an offset change counts nothing (V12)',
    definition: office,
    from: '2026-03-27T16:00+01:00',
    to: '2026-03-30T10:00+02:00',
    ms: 2 * HOUR,
  },
  {
    name: 'hours cut by a gap are what is left of them (V24)',
    definition: small,
    from: '2026-03-29T00:00+01:00',
    to: '2026-03-29T03:30+02:00',
    ms: 30 * MINUTE,
  },
  {
    name: 'hours repeated count twice (V24)',
    definition: small,
    from: '2026-10-25T00:00+02:00',
    to: '2026-10-25T03:30+01:00',
    ms: 2 * HOUR,
  },
  {
    name: 'a zone may be 5 h 45 min ahead (V23)',
    definition: calendarOf({ zone: 'Asia/Kathmandu' }),
    from: '2026-06-01T03:15Z',
    to: '2026-06-01T04:15Z',
    ms: HOUR,
  },
  {
    name: 'seconds and milliseconds count',
    definition: office,
    from: '2026-06-01T09:00:20.250+02:00',
    to: '2026-06-01T09:01:50.750+02:00',
    ms: 90_500,
  },
];
