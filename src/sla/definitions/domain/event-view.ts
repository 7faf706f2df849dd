/** The definitions as issue events need them: so small that reading them is cheap even for a process that knows nothing. */
import { watchedFields } from '../../engine/history/fields-of';
import type {
  Agreement,
  CalendarDefinition,
  Holiday,
  MetricDefinition,
  SlaDefinitions,
} from '../../engine/model';

const unnamedDay = <T extends Holiday | CalendarDefinition['exceptions'][number]>({
  name: _name,
  ...day
}: T): object => day;

const lean = ({ tests: _tests, escalations, ...metric }: MetricDefinition): object => ({
  ...metric,
  // Who is told of a clock is looked up when somebody is told.
  escalations: escalations.map(({ actions: _actions, ...level }) => ({ ...level, name: '' })),
});

const agreementLean = ({
  id,
  parentId,
  affectsParent,
  measuredOn,
  validFrom,
  validTo,
}: Agreement): object => ({
  id,
  name: '',
  parentId,
  affectsParent,
  measuredOn,
  validFrom,
  validTo,
});

/**
 * What a replay of one event needs, to be stored: without test cases, actions, terms, names of days and how clocks are
 * shown. Superseded revisions are left out too; the fields they looked at are told, so that an event which can matter to
 * none of them is known without.
 */
export function eventViewOf(definitions: SlaDefinitions): object {
  const { schema, version, sameSince, agents, former = [] } = definitions;
  return {
    schema,
    version,
    sameSince,
    agents,
    metrics: definitions.metrics.map(lean),
    agreements: definitions.agreements.map(agreementLean),
    holidaySets: definitions.holidaySets.map(({ id, holidays }) => ({
      id,
      name: '',
      holidays: holidays.map(unnamedDay),
    })),
    calendars: definitions.calendars.map(({ holidaySource: _source, ...calendar }) => ({
      ...calendar,
      name: '',
      holidays: calendar.holidays.map(unnamedDay),
      exceptions: calendar.exceptions.map(unnamedDay),
    })),
    ...(former.length === 0 ? {} : { pastFields: [...watchedFields({ metrics: [], former })] }),
  };
}
