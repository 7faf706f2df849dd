/** What a change of the definitions replaced, and the definitions as they were before it. */
import type {
  Agreement,
  CalendarDefinition,
  FormerDefinitions,
  Instant,
  MetricDefinition,
  RevisionScope,
  SlaDefinitions,
} from '../model';
import { putBack, replacedMembers } from './members';

/** What of a metric decides its clocks: not its names, nor whom it tells. A goal's name is shown with finished cycles. */
export const measuringMetric = (metric: MetricDefinition): unknown => {
  const { name: _name, version: _version, escalations: _escalations, visibility: _seen, ...rest } = metric;
  const { tests: _tests, ...measuring } = rest as typeof rest & { readonly tests?: unknown };
  return measuring;
};

const measuringCalendar = ({ name: _name, ...rest }: CalendarDefinition): unknown => rest;
const measuringAgreement = ({
  id,
  parentId,
  affectsParent,
  measuredOn,
  validFrom,
  validTo,
}: Agreement): unknown => ({
  id,
  parentId,
  affectsParent,
  measuredOn,
  validFrom,
  validTo,
});

/** An old revision needs no escalations: those in force now are told of its clocks too. */
const lean = (metric: MetricDefinition): MetricDefinition => {
  const { tests: _tests, ...rest } = metric as MetricDefinition & { readonly tests?: unknown };
  return { ...rest, escalations: [] };
};

const leanAgreement = ({ terms: _terms, ...agreement }: Agreement): Agreement => agreement;

/** What `after` replaces, or null when nothing that measures differs: renamed, translated, other people told. */
export function replaced(
  before: SlaDefinitions,
  after: Pick<SlaDefinitions, 'metrics' | 'calendars' | 'holidaySets' | 'agreements'>,
  until: Instant,
  scope: RevisionScope,
): FormerDefinitions | null {
  const former: FormerDefinitions = {
    version: before.version,
    until,
    scope,
    metrics: replacedMembers(before.metrics, after.metrics, measuringMetric).map(({ id, was }) => ({
      id,
      was: was && lean(was),
    })),
    calendars: replacedMembers(before.calendars, after.calendars, measuringCalendar),
    holidaySets: replacedMembers(before.holidaySets, after.holidaySets, ({ id, holidays }) => ({
      id,
      holidays,
    })),
    agreements: replacedMembers(before.agreements, after.agreements, measuringAgreement).map(
      ({ id, was }) => ({ id, was: was && leanAgreement(was) }),
    ),
  };
  const { metrics, calendars, holidaySets, agreements } = former;
  return metrics.length + calendars.length + holidaySets.length + agreements.length === 0 ? null : former;
}

/** Definitions by revision, oldest first: the last is the one in force, without its past. */
export function revisionsOf(definitions: SlaDefinitions): readonly SlaDefinitions[] {
  const { former = [], sameSince: _since, ...current } = definitions;
  const revisions: SlaDefinitions[] = [current];
  for (const each of [...former].reverse()) {
    const after = revisions[0] ?? current;
    revisions.unshift({
      ...after,
      metrics: putBack(after.metrics, each.metrics),
      calendars: putBack(after.calendars, each.calendars),
      holidaySets: putBack(after.holidaySets, each.holidaySets),
      agreements: putBack(after.agreements, each.agreements),
    });
  }
  return revisions;
}

/** Whether a state or a record made with a version still says what these definitions say. */
export const isCurrent = (
  { version, sameSince = version }: Pick<SlaDefinitions, 'version' | 'sameSince'>,
  made: number,
): boolean => made <= version && made >= sameSince;

/** The definitions a new issue is measured by at an instant: a change may take effect later. */
export function inForce(definitions: SlaDefinitions, at: Instant): SlaDefinitions {
  const { former = [] } = definitions;
  const first = former.findIndex(({ until }) => until > at);
  return revisionsOf(definitions)[first < 0 ? former.length : first] ?? definitions;
}
