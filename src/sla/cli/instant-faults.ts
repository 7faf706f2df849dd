import type { InstantFault } from '../engine/calendar/instant-text';

/** What is wrong with a text and how to mend it, by fault. */
export const INSTANT_FAULTS: Readonly<Record<InstantFault, string>> = {
  form: 'is not an instant. Write an ISO 8601 date, time and zone such as 2026-06-01T09:00:00Z.',
  day: 'is on a day that does not exist. Give a day of the calendar, such as 2026-06-01T09:00:00Z.',
  zone: 'has no zone, so it could be any of many instants. Add Z for UTC or an offset, such as 2026-06-01T09:00:00+02:00.',
};
