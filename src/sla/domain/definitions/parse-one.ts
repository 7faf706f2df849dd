/** Definitions and their parts, all or nothing: for who makes them. */
import type { Agreement, CalendarDefinition, HolidaySet, MetricDefinition, SlaDefinitions } from '../model';
import { calendarSchema, holidaySetSchema } from './calendar-schema';
import { metricSchema } from './metric-schema';
import { agreementSchema, check, InvalidDefinitionError, parsed, readDefinitions } from './parse';

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
