/** When each metric came to be measured by another revision, and what of it then. */
import type { CalendarDefinition, Instant, MetricDefinition, RevisionScope, SlaDefinitions } from '../model';
import { inherited } from '../calendar/inherited';
import { metricsBelow } from '../model/metrics-below';
import { goalsOf } from '../model/goals-of';
import { measuringMetric, revisionsOf } from './former';

/** At an instant a metric passes from one revision to the next: places in `revisions`. */
export interface Turn {
  readonly at: Instant;
  readonly scope: RevisionScope;
  readonly to: number;
}

export interface Timeline {
  /** Oldest first, the one in force last. */
  readonly revisions: readonly SlaDefinitions[];
  /** The version in which each revision was last in force. */
  readonly versions: readonly number[];
  /** Metrics whose measuring ever changed, with their turns in order. */
  readonly turns: ReadonlyMap<string, readonly Turn[]>;
  /** The first revision of metrics that measured the past too when they came. */
  readonly born: ReadonlyMap<string, number>;
}

/** A calendar with its base and its holiday sets written out: the same text counts the same time. */
export const wholeCalendar = (
  id: string,
  { calendars, holidaySets }: SlaDefinitions,
): CalendarDefinition | null => {
  const found = calendars.find((each) => each.id === id);
  if (found === undefined) return null;
  const calendar = inherited(found, calendars);
  const shared = calendar.holidaySetIds.flatMap(
    (setId) => holidaySets.find((set) => set.id === setId)?.holidays ?? [],
  );
  return { ...calendar, name: '', holidays: [...calendar.holidays, ...shared], holidaySetIds: [] };
};

/** The calendars a metric's goals may count in. */
export const calendarsOf = (metric: MetricDefinition): readonly string[] =>
  [
    ...new Set(
      goalsOf(metric).flatMap(({ calendar }) =>
        calendar.kind === 'fixed'
          ? [calendar.calendarId]
          : [...Object.values(calendar.map), calendar.fallback],
      ),
    ),
  ].filter((id) => id !== null);

/** Whose clocks hold a metric's, and how: a change of the tree of agreements is a change of it. */
const heldBy = (metric: MetricDefinition, revision: SlaDefinitions): unknown =>
  metricsBelow(metric.agreementId, revision)
    .filter(
      ({ agreement: { affectsParent, measuredOn } }) =>
        affectsParent === 'pause' || affectsParent === 'open' || measuredOn !== undefined,
    )
    .map(({ metricId, agreement: { affectsParent, measuredOn } }) => [metricId, affectsParent, measuredOn]);

/** The days on which a metric may start cycles, as its agreement has them. */
export const validityOf = (metric: MetricDefinition, { agreements }: SlaDefinitions): string => {
  const { validFrom, validTo } = agreements.find(({ id }) => id === metric.agreementId) ?? {};
  return `${validFrom ?? ''}–${validTo ?? ''}`;
};

/** Everything that decides a metric's clocks, as one text; absent and inactive metrics measure nothing. */
const measuresOf = (id: string, revision: SlaDefinitions): string => {
  const metric = revision.metrics.find((each) => each.id === id);
  if (metric === undefined || !metric.active) return '';
  return JSON.stringify([
    measuringMetric(metric),
    calendarsOf(metric).map((calendarId) => wholeCalendar(calendarId, revision)),
    heldBy(metric, revision),
    validityOf(metric, revision),
  ]);
};

const timelines = new WeakMap<SlaDefinitions, Timeline>();

/** The timeline of definitions; the same object is worked out once. */
export function timelineOf(definitions: SlaDefinitions): Timeline {
  const known = timelines.get(definitions);
  if (known !== undefined) return known;
  const { former = [] } = definitions;
  const revisions = revisionsOf(definitions);
  const ids = new Set(
    former.length === 0 ? [] : revisions.flatMap(({ metrics }) => metrics.map(({ id }) => id)),
  );
  const turns = new Map<string, readonly Turn[]>();
  const born = new Map<string, number>();
  for (const id of ids) {
    const measures = revisions.map((revision) => measuresOf(id, revision));
    const first = measures.findIndex((each) => each !== '');
    // A metric that is measured from the start of each cycle has no past that could be judged again.
    const came = first > 0 && former[first - 1]?.scope === 'replay';
    if (came) born.set(id, first);
    const own = former.flatMap(({ until, scope }, index): readonly Turn[] =>
      measures[index] === measures[index + 1] || (came && index < first)
        ? []
        : [{ at: until, scope, to: index + 1 }],
    );
    if (own.length > 0) turns.set(id, own);
  }
  const made: Timeline = {
    revisions,
    versions: [...former.map(({ version }) => version), definitions.version],
    turns,
    born,
  };
  timelines.set(definitions, made);
  return made;
}

/** The metrics whose clocks the last change concerns; none when it changed words only. */
export function affectedMetrics(definitions: SlaDefinitions): ReadonlySet<string> {
  const { revisions, turns, born } = timelineOf(definitions);
  if (definitions.former?.at(-1)?.version !== definitions.version - 1) return new Set();
  const last = revisions.length - 1;
  const turned = [...turns].filter(([, own]) => own.some(({ to }) => to === last)).map(([id]) => id);
  return new Set([...turned, ...[...born].filter(([, first]) => first === last).map(([id]) => id)]);
}
