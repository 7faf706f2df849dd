import type { PublishedItem } from '../catalog/domain/model';
import { compileCalendar } from '../sla/engine';
import type { Calendar } from '../sla/engine/calendar/calendar';
import type { SlaDefinitions } from '../sla/engine/model';

export type DefinitionsOf = (metricIds: readonly string[]) => Promise<SlaDefinitions>;

/** The calendars an item may promise something on: which of them counts can hang on the answers. */
export async function calendarsOf(
  { content }: PublishedItem,
  definitionsOf: DefinitionsOf,
): Promise<readonly Calendar[]> {
  const { calendars, holidaySets } = await definitionsOf(Object.values(content.promise));
  return calendars.map((calendar) => compileCalendar(calendar, holidaySets));
}
