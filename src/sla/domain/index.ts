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
} from './engine/replay';
export { calendarOf } from './engine/compile';
export { withoutEarlier } from './engine/earlier';
export type { SlaState } from './engine/state';
export {
  type DueEscalations,
  dueEscalations,
  nextInstants,
  partsOfKey,
  type PlannedInstant,
} from './engine/escalation';
export { type Promised, promise } from './engine/promise';
export { dueAfter } from './engine/target';

// revisions
export { inForce, isCurrent, replaced, revisionsOf } from './revisions/former';
export { affectedMetrics } from './revisions/turns';

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
export { type Problem, PROBLEM_CODES, type ProblemCode } from './definitions/problem';
export { type Budget, agreementBudgets } from './definitions/budget';
export { yearWithoutHolidays } from './definitions/calendar-rules';
export { goalsOf } from './definitions/goals-of';
export { triggersOf } from './definitions/triggers-of';
export { validateDefinitions } from './definitions/validate';
export { TEST_CASE_FAILED, testProblems } from './testcases/problems';
export { runTests, type TestResult } from './testcases/run';
export { readInstant } from './instant-text';
export { affectsParent, type ParentRisk } from './engine/parent-risk';
export {
  type Attribution,
  attributeBreaches,
  type Breakdown,
  type Share,
  timeByHolder,
  timeByStatus,
} from './engine/breakdown';
