/** Definitions from outside, with problems that say what is wrong with them. */
import type {
  Agreement,
  CalendarDefinition,
  HolidaySet,
  MetricDefinition,
  SlaDefinitions,
} from '../../../engine/model';
import { calendarSchema, holidaySetSchema } from './calendar-schema';
import { malformed } from './malformed';
import type { Problem } from './problem';
import { check, type Checked, readParts } from './read-parts';
import { agreementSchema, metricSchema, WHOLE_PARTS } from './whole-parts';

/** Input that isn't what it should be: the problems say what and where. */
export class InvalidDefinitionError extends Error {
  readonly code = 'INVALID_DEFINITION';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ code, whose, at }) => `${whose} ${at}: ${code}`).join(', '));
  }
}

const parsed = <T>(checked: Checked<T>): T => {
  if ('misfits' in checked) throw new InvalidDefinitionError(checked.misfits.map(malformed));
  return checked.value;
};

/** Definitions with whatever parsed, and a problem for each part that did not: one bad part never stops the others. */
export interface ParsedDefinitions {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
}

/** @throws InvalidDefinitionError only when the whole is not a set of definitions. */
export const readDefinitions = (input: unknown): ParsedDefinitions => {
  const { definitions, misfits } = parsed(readParts(input, WHOLE_PARTS));
  return { definitions, problems: misfits.map(malformed) };
};

/** @throws InvalidDefinitionError */
export const parseCalendar = (input: unknown): CalendarDefinition =>
  parsed(check(calendarSchema, { kind: 'calendar', input }));

/** @throws InvalidDefinitionError */
export const parseMetric = (input: unknown): MetricDefinition =>
  parsed(check(metricSchema, { kind: 'metric', input }));

/** @throws InvalidDefinitionError */
export const parseAgreement = (input: unknown): Agreement =>
  parsed(check(agreementSchema, { kind: 'agreement', input }));

/** @throws InvalidDefinitionError */
export const parseHolidaySet = (input: unknown): HolidaySet =>
  parsed(check(holidaySetSchema, { kind: 'holidaySet', input }));

/** Definitions, all or nothing. @throws InvalidDefinitionError */
export const parseDefinitions = (input: unknown): SlaDefinitions => {
  const { definitions, problems } = readDefinitions(input);
  if (problems.length > 0) throw new InvalidDefinitionError(problems);
  return definitions;
};
