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

// definitions
export {
  InvalidDefinitionError,
  parseAgreement,
  parseCalendar,
  parseDefinitions,
  type ParsedDefinitions,
  parseHolidaySet,
  parseMetric,
  readDefinitions,
} from './definitions/parse';
export { type Problem } from './definitions/problem';
export { type Budget, agreementBudgets } from './definitions/budget';
export { validateDefinitions } from './definitions/validate';
