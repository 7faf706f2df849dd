/** What the panel shows once Jira's own history is read: the engine runs here, in the browser. */
import { calendarOf, replay } from '../../../src/sla/engine';
import { goalsOf } from '../../../src/sla/engine/model/goals-of';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { Source } from '../data/load-source';
import { explain, type Replayed } from './explain';
import { linesFromProperty, type ShownProperty } from './from-property';
import { idleMetrics, linesFromReport } from './from-report';
import { inOrder, type Line } from './line';
import type { PanelView } from './view';

/** The replay of Jira's own history, which decides. A browser clock that is behind Jira's never hides the newest fact. */
export const viewOfSource = (source: Source, property: ShownProperty | null, now: number): PanelView => {
  const newest = Math.max(source.history.createdAt, ...source.history.facts.map((fact) => fact.at));
  const instant = Math.max(now, newest);
  const report = replay(source.definitions, source.history, instant, { trace: true });
  const lines = inOrder([
    ...linesFromReport(report, source.definitions),
    ...copiedLines(source.definitions, property, now),
  ]);
  const toldOf = (line: Line): Replayed | null =>
    source.definitions.metrics.some(({ id }) => id === line.id) ? wordsFor(line) : null;
  const wordsFor = (line: Line): Replayed => ({
    history: source.history,
    source,
    report,
    names: {
      ...source.names,
      goals: goalNames(source.definitions, line.id),
      agents: source.definitions.agents,
    },
    dayMs: calendarOf(source.definitions, line.exact?.cycle.calendarId ?? null).nominalDayMs,
    calendarName: calendarName(source.definitions, line.exact?.cycle.calendarId ?? null),
    now: instant,
  });
  return {
    lines,
    idle: idleMetrics(report),
    exact: true,
    ahead:
      property !== null &&
      newest > Date.parse(property.asOf) &&
      differ(lines, linesFromProperty(property, now)),
    toldOf,
    sentenceOf: (line) => {
      const told = toldOf(line);
      return told === null ? null : explain(line, told);
    },
  };
};

/** Of metrics that are left out of the definitions, what everybody may see: no more than the copy says. */
const copiedLines = (
  { part, metrics }: SlaDefinitions,
  property: ShownProperty | null,
  now: number,
): readonly Line[] =>
  part && property !== null
    ? linesFromProperty(property, now).filter((line) => metrics.every(({ id }) => id !== line.id))
    : [];

const differ = (lines: readonly Line[], copied: readonly Line[]): boolean => {
  const known = new Map(copied.map((line) => [line.id, line]));
  return lines.some((line) => {
    const copy = known.get(line.id);
    return copy === undefined || copy.state !== line.state || copy.due !== line.due;
  });
};

/** An id tells a goal within its metric only. */
const goalNames = ({ metrics }: SlaDefinitions, metricId: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    metrics
      .filter((metric) => metric.id === metricId)
      .flatMap(goalsOf)
      .map(({ id, name }) => [id, name]),
  );

const calendarName = (definitions: SlaDefinitions, id: string | null): string =>
  definitions.calendars.find((calendar) => calendar.id === id)?.name ?? t('sla.allHours');
