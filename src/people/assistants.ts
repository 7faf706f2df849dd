/** Who orders for somebody, as they say it themselves. */
import type { Editor } from '../kernel/audit';
import { AppFailure, badRequest } from '../kernel/errors';
import { utcDay } from '../kernel/utc-day';
import { CONFLICT, untilWritten } from '../work/update';
import { isOn, isPast, presentAssistants, withAssistant } from './domain/ordering';
import { type Assistant, emptyRecord } from './domain/person';
import { notedFor } from './orders-for';
import { peopleStore } from './store';

/** Somebody orders for the caller, from today on and until a day, or without an end. @throws INVALID_DEFINITION where they may not be named, BAD_REQUEST where the day is over. */
export const nameAssistant = (
  { id, until }: Pick<Assistant, 'id' | 'until'>,
  caller: Editor,
): Promise<readonly Assistant[]> =>
  changeOwn(caller, (assistants, day) => {
    if (until !== undefined && until < day) throw badRequest('The last day is over.');
    const { from = day } = assistants.find((each) => each.id === id && !isPast(each, day)) ?? {};
    return withAssistant(assistants, { id, from, ...(until !== undefined && { until }) }, day);
  });

/** They order for the caller no more, from the next call on. */
export const dropAssistant = (id: string, caller: Editor): Promise<readonly Assistant[]> =>
  changeOwn(caller, (assistants) => assistants.filter((each) => each.id !== id));

const changeOwn = (
  caller: Editor,
  next: (assistants: readonly Assistant[], day: string) => readonly Assistant[],
): Promise<readonly Assistant[]> =>
  untilWritten(async () => {
    const { accountId, now } = caller;
    const row = (await peopleStore.read([accountId])).get(accountId);
    const record = row?.value ?? emptyRecord(accountId);
    const assistants = next(record.assistants, utcDay(now));
    const isSame =
      assistants.length === record.assistants.length &&
      assistants.every((each) => record.assistants.includes(each));
    if (!isSame) {
      try {
        await peopleStore.save({ ...record, assistants }, row?.rev ?? 0, caller);
      } catch (error) {
        if (error instanceof AppFailure && error.code === 'CONFLICT') return CONFLICT;
        throw error;
      }
    }
    return presentAssistants({ assistants }, utcDay(now));
  });

export interface Ordering {
  /** Who orders for somebody, with those whose time begins later. */
  readonly assistants: readonly Assistant[];
  /** For whom they order, each with the days. */
  readonly ordersFor: readonly Assistant[];
}

/** Both sides of somebody. Whose account is gone orders for nobody, and nobody orders for them. */
export async function orderingOf(accountId: string, now: number): Promise<Ordering> {
  const day = utcDay(now);
  const noted = await notedFor(accountId);
  const rows = await peopleStore.read([accountId, ...noted]);
  return {
    assistants: presentAssistants(rows.get(accountId)?.value, day),
    ordersFor: noted.flatMap((id) => {
      const row = rows.get(id);
      const mine = row?.value.assistants.find((each) => each.id === accountId);
      if (mine === undefined || row?.state === 'gone' || isPast(mine, day)) return [];
      return [{ ...mine, id }];
    }),
  };
}

/** The same on a day of which it was known before. */
export const orderingOn = ({ assistants, ordersFor }: Ordering, now: number): Ordering => ({
  assistants: assistants.filter((each) => !isPast(each, utcDay(now))),
  ordersFor: ordersFor.filter((each) => isOn(each, utcDay(now))),
});
