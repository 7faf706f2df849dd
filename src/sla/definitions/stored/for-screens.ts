/** Definitions as screens other than the settings need them. */
import type {
  Agreement,
  CalendarDefinition,
  FormerDefinitions,
  MetricDefinition,
  SlaDefinitions,
} from '../../engine/model';
import { calendarIdsOf, goalsOf, inForce, inherited } from '../../engine';
import { forRequesters } from '../../engine/compiled/requesters';
import { readStoredDefinitions } from './definitions-store';

/** Whom an escalation reaches is no business of everybody who may see an issue; no replay needs it, nor test cases. */
const bare = ({ tests: _tests, ...metric }: MetricDefinition): MetricDefinition => ({
  ...metric,
  escalations: [],
});

/** Who makes a promise to whom, what is paid for it and who answers for it is between its parties: no clock counts on it. */
const withoutParties = ({
  terms: _terms,
  responsible: _responsible,
  reviewDate: _reviewDate,
  pageId: _pageId,
  serviceId: _serviceId,
  ...agreement
}: Agreement): Agreement => ({ ...agreement, provider: '', consumers: [] });

const formerBare = ({ metrics, agreements, ...former }: FormerDefinitions): FormerDefinitions => ({
  ...former,
  metrics: metrics.map(({ id, was }) => ({ id, was: was && bare(was) })),
  agreements: agreements.map(({ id, was }) => ({ id, was: was && withoutParties(was) })),
});

/** What a browser needs to replay an issue. To whoever is no agent there, only of what requesters may see. */
export const forReplay = (all: SlaDefinitions, toAgent: boolean): SlaDefinitions => {
  const definitions = toAgent ? all : forRequesters(all);
  return {
    ...definitions,
    metrics: definitions.metrics.map(bare),
    agreements: definitions.agreements.map(withoutParties),
    ...(definitions.former && { former: definitions.former.map(formerBare) }),
  };
};

/** What a work item that is made now is judged by. */
export async function judgingDefinitions(): Promise<SlaDefinitions> {
  return forReplay(inForce((await readStoredDefinitions()).definitions, Date.now()), true);
}

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
    promised.flatMap((metric) => goalsOf(metric).flatMap(({ calendar }) => calendarIdsOf(calendar))),
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
