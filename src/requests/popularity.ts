/** How often items are ordered: a small count a day, under a key of its own that runs out with the window. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { readAll, removeAll } from '../platform/storage/batch';
import { guarded } from '../platform/storage/transact';
import type { RequestHead } from './domain/model';
import { heads } from './store';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 90;
/** Of a site that counts for the first time; what is more is counted the next time. */
const AT_MOST = 5_000;

const countsSchema = v.record(v.string(), v.number());
type Counts = Readonly<Record<string, number>>;

const keyOf = (day: string): string => `orders:${day}`;
const dayOf = (at: string): string => at.slice(0, 10);
/** The days of the window, oldest first, in UTC. */
const daysUntil = (now: number): readonly string[] =>
  Array.from({ length: WINDOW_DAYS + 1 }, (_, back) =>
    dayOf(new Date(now - (WINDOW_DAYS - back) * DAY_MS).toISOString()),
  );

/**
 * How often each item was ordered in the last ninety days. Today and yesterday are counted over the requests themselves, and
 * days that have no count; the others stand: the cost grows with the orders of two days.
 */
export async function countOrders(now: number): Promise<Counts> {
  const days = daysUntil(now);
  const stored = await readAll(days.map(keyOf));
  const known = new Map(
    days.slice(0, -2).flatMap((day) => {
      const counts = v.safeParse(countsSchema, stored.get(keyOf(day)));
      return counts.success ? [[day, counts.output] as const] : [];
    }),
  );
  const from = days.find((day) => !known.has(day)) ?? dayOf(new Date(now).toISOString());
  for (const [day, counts] of await countSince(from, days)) {
    known.set(day, counts);
    await keep(day, counts);
  }
  return sum([...known.values()]);
}

/** Drops the counts of some days, as requests came to them later: they are counted anew. */
export const dropCounts = (received: readonly string[]): Promise<void> =>
  removeAll([...new Set(received.map((at) => keyOf(dayOf(at))))]);

/** Whole days only: one that was not read to its end is left for the next time. */
async function countSince(
  from: string,
  days: readonly string[],
): Promise<readonly (readonly [string, Record<string, number>])[]> {
  const range = { op: 'gte', value: from } as const;
  const of = (state: string) => heads.queryAll({ index: 'by-state', partition: [state], range }, AT_MOST);
  const lists = [await of('open'), await of('closed')];
  const end = lists.map(endOf).toSorted()[0] ?? '';
  const all = lists.flat();
  return days
    .filter((day) => day >= from && day < end)
    .map((day) => [day, countsOf(all.filter(({ receivedAt }) => dayOf(receivedAt) === day))] as const);
}

/** The day up to which a list is whole. */
const endOf = (list: readonly RequestHead[]): string =>
  list.length < AT_MOST ? '9999' : dayOf(list.at(-1)?.receivedAt ?? '');

const countsOf = (orders: readonly RequestHead[]): Record<string, number> =>
  sum(orders.map(({ itemId }) => ({ [itemId]: 1 })));

function sum(many: readonly Counts[]): Record<string, number> {
  const total = new Map<string, number>();
  for (const [id, count] of many.flatMap((each) => Object.entries(each)))
    total.set(id, (total.get(id) ?? 0) + count);
  return Object.fromEntries(total);
}

const keep = (day: string, counts: Counts): Promise<void> =>
  guarded(() => kvs.set(keyOf(day), counts, { ttl: { value: WINDOW_DAYS + 2, unit: 'DAYS' } }));
