import { calendarOf, inForce } from '../../engine';
import { readStoredDefinitions } from './definitions-store';

/** Whether work goes on at an instant, in some calendars by their ids; one that is not there is left out. */
export async function workingAt(
  calendarIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, boolean>> {
  const definitions = inForce((await readStoredDefinitions()).definitions, now);
  const there = calendarIds.filter((id) => definitions.calendars.some((calendar) => calendar.id === id));
  return new Map(there.map((id) => [id, calendarOf(definitions, id).isWorking(now)]));
}
