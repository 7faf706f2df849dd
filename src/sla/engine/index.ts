// words
export type * from './model';

// calendars
export { Calendar, NEVER } from './calendar/calendar';
export { calendar247, compileCalendar, type CompileOptions, ZeroCalendarError } from './calendar/compile';
export { possibleBases } from './calendar/bases';
export { inherited } from './calendar/inherited';
export { type CalendarCache, calendarCache } from './calendar/cache';
export { WEEKDAYS } from './calendar/local-date';
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
  stateOf,
} from './replay/replay';
export { calendarOf } from './compiled/compile';
export { withoutEarlier } from './report/earlier';
export type { SlaState } from './machine/state';
export {
  type DueEscalations,
  dueEscalations,
  nextInstants,
  partsOfKey,
  type PlannedInstant,
} from './replay/escalation';
export { justCreated, type Promised, promise } from './replay/promise';
export { dueAfter } from './compiled/target';

// revisions
export { inForce, isCurrent, replaced, revisionsOf } from './revisions/former';
export { affectedMetrics } from './revisions/turns';

export { goalsOf } from './model/goals-of';
export { calendarIdsOf } from '../definitions/domain/rules/wall-time';
export { triggersOf } from './model/triggers-of';
export { readInstant } from './calendar/instant-text';
export { affectsParent, type ParentRisk } from './report/parent-risk';
export {
  type Attribution,
  attributeBreaches,
  type Breakdown,
  type Share,
  timeByHolder,
  timeByStatus,
} from './report/breakdown';
