// words
export type * from './model';

// calendars
export { Calendar, NEVER } from './calendar/calendar';
export { calendar247, compileCalendar, type CompileOptions, ZeroCalendarError } from './calendar/compile';
export { type CalendarCache, calendarCache } from './calendar/cache';
export { isKnownZone, UnknownZoneError } from './calendar/zone';

// engine
export {
  advance,
  continues,
  open,
  OutOfOrderFactError,
  replay,
  type ReplayOptions,
  reportOf,
  StaleStateError,
} from './engine/replay';
export type { SlaState } from './engine/state';
export { type DueEscalations, dueEscalations, nextInstants, type PlannedInstant } from './engine/escalation';
export { type Promised, promise } from './engine/promise';
