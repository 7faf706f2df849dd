import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Answers, FormField } from '../../../src/catalog/domain/model';
import { compileCalendar } from '../../../src/sla/engine';
import { todayThere } from '../../shared/dates';
import { livePromise } from '../item/live-promise';

const countsWorkingDays = ({ minWorkingDays, default: start }: FormField): boolean =>
  minWorkingDays !== undefined || (start?.kind === 'today' && start.working === true);

/**
 * Today plus so many working days of the calendar the item's delivery is promised on, `YYYY-MM-DD`; `undefined` when
 * the item promises nothing on a calendar, so that plain days are counted.
 */
export function earliestDates(
  { definitions, item }: ItemPage,
  answers: Answers,
  requester: string,
  now: number,
): ((workingDays: number) => string) | undefined {
  if (!item.content.form.some(countsWorkingDays)) return undefined;
  const { delivery, firstReply } = livePromise(definitions, item, answers, requester, now);
  const calendarId = (delivery ?? firstReply)?.calendarId;
  const definition = definitions.calendars.find(({ id }) => id === calendarId);
  if (definition === undefined) return undefined;
  const calendar = compileCalendar(definition, definitions.holidaySets);
  return (workingDays) => calendar.workingDate(now, workingDays) ?? todayThere(now);
}
