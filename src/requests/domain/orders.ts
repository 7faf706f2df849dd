/** How often items are ordered, and by how many people of which groups: counted without names. */
import * as v from 'valibot';
import { FEWEST_TOLD } from '../../kernel/few';
import type { RequestHead } from './model';

/** By group and item: a bit for each person, one of 32 by their account. So many people at least, and nobody's name. */
const byGroup = v.record(v.string(), v.record(v.string(), v.number()));

export const ordersSchema = v.object({ items: v.record(v.string(), v.number()), groups: byGroup });
export type OrdersOfDay = v.InferOutput<typeof ordersSchema>;

export interface Orders {
  /** How often each item was ordered. */
  readonly items: Readonly<Record<string, number>>;
  readonly groups: readonly OfGroup[];
}

/** What people of a group order most, most of them first; only what so many ordered that nobody is told apart. */
interface OfGroup {
  readonly group: string;
  /** Grows with its people and with what they order. */
  readonly size: number;
  readonly ids: readonly string[];
}

/** What a day keeps by group. */
const MOST_PAIRS = 2_000;

/** What was ordered on one day, by the groups of those who asked. */
export function ordersOf(
  orders: readonly Pick<RequestHead, 'itemId' | 'requester'>[],
  groupsOf: ReadonlyMap<string, readonly string[]>,
): OrdersOfDay {
  const items: OrdersOfDay['items'] = {};
  const groups: OrdersOfDay['groups'] = {};
  let pairs = 0;
  for (const { itemId, requester } of orders) {
    items[itemId] = (items[itemId] ?? 0) + 1;
    for (const group of groupsOf.get(requester) ?? []) {
      const own = (groups[group] ??= {});
      if (own[itemId] === undefined && pairs++ >= MOST_PAIRS) continue;
      own[itemId] = (own[itemId] ?? 0) | bitOf(requester);
    }
  }
  return { items, groups };
}

/** The days together. */
export function sumOfOrders(days: readonly OrdersOfDay[]): Orders {
  const items = new Map<string, number>();
  const groups = new Map<string, Map<string, number>>();
  for (const day of days) {
    for (const [id, count] of Object.entries(day.items)) items.set(id, (items.get(id) ?? 0) + count);
    for (const [group, own] of Object.entries(day.groups)) {
      const known = groups.get(group) ?? new Map<string, number>();
      groups.set(group, known);
      for (const [id, people] of Object.entries(own)) known.set(id, (known.get(id) ?? 0) | people);
    }
  }
  return {
    items: Object.fromEntries(items),
    groups: [...groups].flatMap(([group, own]): Orders['groups'] => {
      const told = [...own]
        .map(([id, people]) => ({ id, people: peopleIn(people) }))
        .filter(({ people }) => people >= FEWEST_TOLD)
        .toSorted((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
      const size = told.reduce((sum, { people }) => sum + people, 0);
      return told.length === 0 ? [] : [{ group, size, ids: told.map(({ id }) => id) }];
    }),
  };
}

const BITS = 32;

function bitOf(accountId: string): number {
  let hash = 0;
  for (const letter of accountId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return 1 << (hash % BITS);
}

function peopleIn(bits: number): number {
  let people = 0;
  for (let left = bits >>> 0; left > 0; left >>>= 1) people += left & 1;
  return people;
}
