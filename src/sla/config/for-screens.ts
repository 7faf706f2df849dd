/** Definitions as screens other than the settings need them. */
import type { Agreement, CalendarDefinition, MetricDefinition, SlaDefinitions } from '../domain/model';
import { goalsOf, inForce, inherited } from '../domain';
import { forRequesters } from '../domain/requesters';
import { readStoredDefinitions } from '../definitions-store';

/** Whom an escalation reaches is no business of everybody who may see an issue; no replay needs it, nor test cases. */
const bare = ({ tests: _tests, ...metric }: MetricDefinition): MetricDefinition => ({
  ...metric,
  escalations: [],
});

/** What is paid for a promise is between its parties. */
const withoutTerms = ({ performance: _performance, ...agreement }: Agreement): Agreement => agreement;

/** What a browser needs to replay an issue. To whoever is no agent there, only of what requesters may see. */
export const forReplay = (all: SlaDefinitions, toAgent: boolean): SlaDefinitions => {
  const definitions = toAgent ? all : forRequesters(all);
  return {
    ...definitions,
    metrics: definitions.metrics.map(bare),
    agreements: definitions.agreements.map(withoutTerms),
  };
};

/** Calendars with what they take from their bases written into them. */
export const wholeCalendars = ({
  calendars,
}: Pick<SlaDefinitions, 'calendars'>): readonly CalendarDefinition[] =>
  calendars.map((calendar) => inherited(calendar, calendars));

/** Only what the promise of some metrics needs: an item's page replays nothing else. */
export async function promiseDefinitions(metricIds: readonly string[]): Promise<SlaDefinitions> {
  const definitions = inForce((await readStoredDefinitions()).definitions, Date.now());
  const promised = definitions.metrics
    .filter(({ id, visibility }) => metricIds.includes(id) && visibility !== 'hidden')
    .map(bare);
  const calendarIds = new Set(
    promised.flatMap((metric) =>
      goalsOf(metric).flatMap(({ calendar }) =>
        calendar.kind === 'fixed'
          ? [calendar.calendarId]
          : [...Object.values(calendar.map), calendar.fallback],
      ),
    ),
  );
  const calendars = wholeCalendars(definitions).filter(({ id }) => calendarIds.has(id));
  const holidaySetIds = new Set(calendars.flatMap((calendar) => calendar.holidaySetIds));
  return {
    ...definitions,
    // Of one with its state alone no goal is told: only that dates are counted on its calendars.
    metrics: promised.filter(({ visibility }) => visibility === 'date'),
    calendars,
    holidaySets: definitions.holidaySets.filter(({ id }) => holidaySetIds.has(id)),
    agreements: [],
  };
}
