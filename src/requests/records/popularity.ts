/** How often items are ordered: a small count a day, under a key of its own that runs out with the window. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { groupBy } from '../../kernel/group-by';
import { readAll, removeAll } from '../../platform/storage/batch';
import { guarded } from '../../platform/storage/transact';
import { inParallel } from '../../kernel/in-parallel';
import { type Orders, type OrdersOfDay, ordersOf, ordersSchema, sumOfOrders } from '../domain/orders';
import type { RequestHead } from '../domain/model';
import { heads } from './store';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;
/** Of a site that counts for the first time; what is more is counted the next time. */
const AT_MOST = 5_000;

/** Of so many people their groups are asked in one count; what others ordered counts for no group. */
const MOST_PEOPLE = 300;

/** Names and ids of the groups of an account; `null` where Jira does not tell. */
export type GroupsOf = (accountId: string) => Promise<readonly string[] | null>;

const keyOf = (day: string): string => `orders:${day}`;
const dayOf = (at: string): string => at.slice(0, 10);
/** The days of the window, oldest first, in UTC. */
const daysUntil = (now: number): readonly string[] =>
  Array.from({ length: WINDOW_DAYS + 1 }, (_, back) =>
    dayOf(new Date(now - (WINDOW_DAYS - back) * DAY_MS).toISOString()),
  );

/**
 * How often each item was ordered in the last ninety days, and by how many people of which groups. Today and yesterday are counted over the requests themselves, and
 * days that have no count; the others stand: the cost grows with the orders of two days.
 */
export async function countOrders(now: number, groupsOf: GroupsOf): Promise<Orders> {
  const days = daysUntil(now);
  const stored = await readAll(days.map(keyOf));
  const known = new Map(
    days.slice(0, -2).flatMap((day) => {
      const counts = v.safeParse(ordersSchema, stored.get(keyOf(day)));
      return counts.success ? [[day, counts.output] as const] : [];
    }),
  );
  const from = days.find((day) => !known.has(day)) ?? dayOf(new Date(now).toISOString());
  for (const [day, counts] of await countSince(from, days, groupsOf)) {
    known.set(day, counts);
    await keep(day, counts);
  }
  return sumOfOrders([...known.values()]);
}

/** Drops the counts of some days, as requests came to them later: they are counted anew. */
export const dropCounts = (received: readonly string[]): Promise<void> =>
  removeAll([...new Set(received.map((at) => keyOf(dayOf(at))))]);

/** Whole days only: one that was not read to its end is left for the next time. */
async function countSince(
  from: string,
  days: readonly string[],
  groupsOf: GroupsOf,
): Promise<readonly (readonly [string, OrdersOfDay])[]> {
  const range = { op: 'gte', value: from } as const;
  const of = (state: string) => heads.queryAll({ index: 'by-state', partition: [state], range }, AT_MOST);
  const lists = [await of('open'), await of('closed')];
  const end = lists.map(endOf).toSorted()[0] ?? '';
  const all = lists.flat();
  const groups = await groupsOfThose(all, groupsOf);
  const ofDay = groupBy(all, ({ receivedAt }) => dayOf(receivedAt));
  return days
    .filter((day) => day >= from && day < end)
    .map((day) => [day, ordersOf(ofDay.get(day) ?? [], groups)] as const);
}

async function groupsOfThose(
  orders: readonly RequestHead[],
  groupsOf: GroupsOf,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = [...new Set(orders.map(({ requester }) => requester))].slice(0, MOST_PEOPLE);
  const known = await inParallel(
    people,
    4,
    async (person) => [person, (await groupsOf(person)) ?? []] as const,
  );
  return new Map(known);
}

/** The day up to which a list is whole. */
const endOf = (list: readonly RequestHead[]): string =>
  list.length < AT_MOST ? '9999' : dayOf(list.at(-1)?.receivedAt ?? '');

const keep = (day: string, counts: OrdersOfDay): Promise<void> =>
  guarded(() => kvs.set(keyOf(day), counts, { ttl: { value: WINDOW_DAYS + 2, unit: 'DAYS' } }));
