import { calendarOf } from '../engine';
import { forecastOf } from '../engine/forecast/forecast';
import { leftUntilBreach } from '../engine/forecast/left';
import type { Course } from '../engine/forecast/model';
import type { Instant, MetricResult, SlaDefinitions } from '../engine/model';
import type { BoardRow } from './domain/answers';
import type { SlaRecord } from '../clocks/record/record';

/** What finished cycles took, by metric; empty where forecasts are switched off or nothing was learned. */
export type Courses = ReadonlyMap<string, readonly Course[]>;

/**
 * The forecast of a clock as far as its record tells: in which status it is if a metric looks at that, but not since when.
 * Only a bad one is told.
 */
export function rowForecast(
  { state }: Pick<SlaRecord, 'state'>,
  { id, ongoingCycle: cycle }: MetricResult,
  similarityKey: string,
  courses: Courses,
  definitions: SlaDefinitions,
  now: Instant,
): Pick<BoardRow, 'forecast'> {
  const known = courses.get(id);
  const metric = definitions.metrics.find((each) => each.id === id);
  if (known === undefined || metric === undefined || cycle === undefined) return {};
  const left = leftUntilBreach(cycle, calendarOf(definitions, cycle.calendarId), metric.graceMs, now);
  if (left === null) return {};
  const status = state.fields['status']?.[0];
  const position = {
    key: similarityKey,
    goalId: cycle.goal.id,
    elapsedMs: cycle.elapsedMs,
    ...(status === undefined ? {} : { stage: { status } }),
  };
  const forecast = forecastOf(known, position, left);
  return forecast?.likely === true ? { forecast } : {};
}
