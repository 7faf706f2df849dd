/** Definitions for one issue: each metric as the revision it is measured by has it. */
import type { Agreement, CalendarSource, MetricDefinition, SlaDefinitions } from '../model';
import { withEachCalendar } from '../model/goals-of';
import { fieldsOfMetric } from '../compiled/fields-of-metric';
import { type Timeline, timelineOf, validityOf, wholeCalendar } from './turns';

/** The revision by which a metric is measured, where it isn't the one in force: a place in the timeline. */
export type Choice = ReadonlyMap<string, number>;

const MARK = '@';

/** The id a calendar had before it was renamed for an old revision. */
export const plainCalendarId = (id: string): string => id.split(MARK)[0] ?? id;

/** An issue is measured by no rule yet, or no longer. */
const idle = (metric: MetricDefinition): MetricDefinition => ({
  ...metric,
  active: true,
  scope: { any: [] },
});

const renamed = (source: CalendarSource, rename: (id: string) => string): CalendarSource => {
  const each = (id: string | null): string | null => (id === null ? null : rename(id));
  if (source.kind === 'fixed') return { ...source, calendarId: each(source.calendarId) };
  const map = Object.fromEntries(Object.entries(source.map).map(([value, id]) => [value, rename(id)]));
  return { ...source, map, fallback: each(source.fallback) };
};

interface Parts {
  readonly metrics: readonly MetricDefinition[];
  readonly calendars: SlaDefinitions['calendars'];
  /** The metric's agreement, where the revision has it valid at other times. */
  readonly agreement?: Agreement | undefined;
}

/** The metric as a revision has it, with the calendars that have changed since under names of their own. */
const fromRevision = (id: string, index: number, { revisions, versions }: Timeline): Parts => {
  const revision = revisions[index];
  const current = revisions.at(-1);
  const newest = current?.metrics.find((each) => each.id === id);
  const was = revision?.metrics.find((each) => each.id === id);
  if (revision === undefined || current === undefined || was === undefined || !was.active) {
    return { metrics: newest === undefined ? [] : [idle(newest)], calendars: [] };
  }
  const calendars = new Map<string, SlaDefinitions['calendars'][number]>();
  const rename = (calendarId: string): string => {
    const then = wholeCalendar(calendarId, revision);
    if (then === null || JSON.stringify(then) === JSON.stringify(wholeCalendar(calendarId, current)))
      return calendarId;
    const name = `${calendarId}${MARK}${versions[index]}`;
    calendars.set(name, { ...then, id: name });
    return name;
  };
  const metric: MetricDefinition = {
    ...withEachCalendar(was, (source) => renamed(source, rename)),
    ...(newest === undefined
      ? {}
      : { name: newest.name, escalations: newest.escalations, visibility: newest.visibility }),
  };
  const agreement = revision.agreements.find((each) => each.id === was.agreementId);
  const differs = validityOf(was, revision) !== validityOf(was, current);
  return {
    metrics: [metric],
    calendars: [...calendars.values()],
    agreement: differs ? agreement : undefined,
  };
};

/** Every metric any revision knows of: one that is gone stays where it was. */
const namesOf = ({ revisions }: Timeline): readonly string[] => [
  ...new Set(
    [...(revisions.at(-1)?.metrics ?? []), ...revisions.flatMap(({ metrics }) => metrics)].map(
      ({ id }) => id,
    ),
  ),
];

const views = new WeakMap<SlaDefinitions, Map<string, SlaDefinitions>>();

/** Kept in a state so that a turn finds them, whichever revision looks at them. */
const HOLDERS = ['assignee', 'group', 'status'];

function build(definitions: SlaDefinitions, choice: Choice): SlaDefinitions {
  const timeline = timelineOf(definitions);
  const current = timeline.revisions.at(-1) ?? definitions;
  const parts = namesOf(timeline).map((id): Parts => {
    const index = choice.get(id);
    if (index !== undefined) return fromRevision(id, index, timeline);
    const newest = current.metrics.find((each) => each.id === id);
    if (newest !== undefined && (newest.active || !timeline.turns.has(id)))
      return { metrics: [newest], calendars: [] };
    const last =
      newest ?? timeline.revisions.flatMap(({ metrics }) => metrics).findLast((each) => each.id === id);
    return { metrics: last === undefined ? [] : [idle(last)], calendars: [] };
  });
  return {
    ...current,
    metrics: parts.flatMap(({ metrics }) => metrics),
    calendars: [...current.calendars, ...parts.flatMap(({ calendars }) => calendars)],
    agreementOf: Object.fromEntries(
      parts.flatMap(({ metrics: [metric], agreement }) =>
        metric === undefined || agreement === undefined ? [] : [[metric.id, agreement]],
      ),
    ),
    alsoFields: [
      ...new Set([
        ...HOLDERS,
        ...timeline.revisions.flatMap(({ metrics }) =>
          metrics.flatMap((metric) => [...fieldsOfMetric(metric)]),
        ),
      ]),
    ],
  };
}

/** The definitions an issue is measured by under a choice of revisions; made once for each. */
export function viewOf(definitions: SlaDefinitions, choice: Choice): SlaDefinitions {
  if (!definitions.former?.length) return definitions;
  const key = [...choice]
    .map(([id, index]) => `${index}:${id}`)
    .sort()
    .join('\n');
  const known = views.get(definitions) ?? new Map<string, SlaDefinitions>();
  views.set(definitions, known);
  const made = known.get(key) ?? build(definitions, choice);
  known.set(key, made);
  return made;
}
