import type { PublishedItem } from '../catalog/domain/model';
import { utcDay } from '../kernel/utc-day';
import { calendarsOf, type DefinitionsOf } from './item-calendars';

/**
 * Today plus so many working days, as a date, for an item that promises something on a calendar; `undefined` when its
 * form does not ask or nothing is promised on one. Which of several calendars counts may hang on the answers: the
 * backend takes the most generous, so that it never refuses what the form, which knows, allowed.
 */
export async function earliestDateFor(
  item: PublishedItem,
  now: number,
  definitionsOf: DefinitionsOf,
): Promise<((workingDays: number) => string) | undefined> {
  if (item.content.form.every((field) => field.minWorkingDays === undefined)) return undefined;
  const compiled = await calendarsOf(item, definitionsOf);
  if (compiled.length === 0) return undefined;
  return (workingDays) => {
    const dates = compiled.flatMap((calendar) => calendar.workingDate(now, workingDays) ?? []);
    return dates.toSorted()[0] ?? utcDay(now);
  };
}
