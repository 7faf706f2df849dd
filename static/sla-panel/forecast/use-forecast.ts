import { useEffect, useState } from 'react';
import { calendarOf } from '../../../src/sla/engine';
import { showsForecasts } from '../../../src/sla/definitions/domain/display/model';
import { positionOf } from '../../../src/sla/engine/forecast/course';
import { forecastOf } from '../../../src/sla/engine/forecast/forecast';
import { leftUntilBreach } from '../../../src/sla/engine/forecast/left';
import type { Forecast } from '../../../src/sla/engine/forecast/model';
import type { IssueRef } from '../data/issue';
import type { Replayed } from '../model/explain';
import type { Line } from '../model/line';
import { readSample, type Sample } from './sample';

/** One reading for all the clocks of an issue; one that failed is tried again with the next view. */
const readings = new Map<string, Promise<Sample | null>>();

function reading(issue: IssueRef, version: number): Promise<Sample | null> {
  const name = `${issue.id}:${version}`;
  const known = readings.get(name) ?? readSample(issue, version);
  readings.set(name, known);
  known.catch(() => readings.delete(name));
  return known;
}

/**
 * What is likely to become of a clock; null when too few similar ones are known, undefined while that is being read and
 * for a clock that nothing is told of: one that can't run out, or where forecasts are switched off.
 */
export function useForecast(line: Line, told: Replayed, issue: IssueRef): Forecast | null | undefined {
  const { source, now } = told;
  const { definitions } = source;
  const [sample, setSample] = useState<Sample | null>(null);
  const wanted = showsForecasts(definitions.display);
  useEffect(() => {
    let mounted = true;
    if (wanted)
      reading(issue, definitions.version).then(
        (read) => {
          if (mounted) setSample(read);
        },
        () => undefined, // A panel without its forecast says nothing wrong.
      );
    return () => {
      mounted = false;
    };
  }, [issue, definitions.version, wanted]);

  if (sample === null || !wanted || line.exact === undefined) return undefined;
  const { cycle } = line.exact;
  const metric = definitions.metrics.find(({ id }) => id === line.id);
  const left = leftUntilBreach(cycle, calendarOf(definitions, cycle.calendarId), metric?.graceMs ?? 0, now);
  if (left === null) return undefined;
  return forecastOf(sample.courses.get(line.id) ?? [], positionOf(sample.key, cycle), left);
}
