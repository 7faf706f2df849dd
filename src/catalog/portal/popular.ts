import * as v from 'valibot';
import { FEWEST_TOLD } from '../../kernel/few';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';
import { cached } from '../../work/cache';

const KEY = 'catalog:popular';
/** More than anybody is shown: some are not for everybody. */
const MOST = 200;

/** Groups whose own lists are kept, the smallest first, and of each so many items. */
const MOST_GROUPS = 60;
const MOST_OF_GROUP = 20;

const schema = v.object({ at: v.string(), ids: v.array(v.string()), groups: v.array(v.string()) });

export interface Popular {
  /** When it was counted; empty before the first count. */
  readonly at: string;
  /** Items by how often they were ordered in the last ninety days, most often first. */
  readonly ids: readonly string[];
  /** Groups of which more is known: what their people order most. */
  readonly groups: readonly string[];
}

/** The last count; nothing is popular while it can't be understood. */
export const readPopular = async (): Promise<Popular> =>
  (await readRebuildable(KEY, schema)) ?? { at: '', ids: [], groups: [] };

const ORDERS_KEY = 'catalog:orders';
const ordersSchema = v.object({
  counts: v.record(v.string(), v.number()),
  groups: v.array(v.object({ group: v.string(), ids: v.array(v.string()) })),
});

/** What was counted last; kept by the process until there is another count. */
const readCounted = (at: string): Promise<v.InferOutput<typeof ordersSchema> | null> =>
  cached(ORDERS_KEY, at, async () => {
    const stored = await readRebuildable(ORDERS_KEY, ordersSchema);
    return stored && { value: stored, size: JSON.stringify(stored).length };
  });

/** How often each item was ordered in the last ninety days, as of the last count. */
export async function readOrders(): Promise<ReadonlyMap<string, number>> {
  const { at } = await readPopular();
  return new Map(Object.entries((await readCounted(at))?.counts ?? {}));
}

/** What the people of each of somebody's groups order most, the smallest group first. */
export async function popularInGroups(
  { at, groups }: Popular,
  own: readonly string[],
): Promise<readonly (readonly string[])[]> {
  if (!own.some((group) => groups.includes(group))) return [];
  const counted = await readCounted(at);
  return (counted?.groups ?? []).flatMap(({ group, ids }) => (own.includes(group) ? [ids] : []));
}

/** What was counted: how often items were ordered, and what people of each group order most. */
interface Counted {
  readonly items: Readonly<Record<string, number>>;
  readonly groups: readonly {
    readonly group: string;
    readonly size: number;
    readonly ids: readonly string[];
  }[];
}

/** Keeps a fresh count: once a day, and after requests were adopted. */
export async function keepPopular({ items: counts, groups: all }: Counted, now: number): Promise<void> {
  const groups = all
    .toSorted((a, b) => a.size - b.size || (a.group < b.group ? -1 : 1))
    .slice(0, MOST_GROUPS)
    .map(({ group, ids }) => ({ group, ids: ids.slice(0, MOST_OF_GROUP) }));
  const ids = Object.entries(counts)
    // What was ordered less often is not popular: that somebody ordered it at all is theirs to tell.
    .filter(([, count]) => count >= FEWEST_TOLD)
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, MOST)
    .map(([id]) => id);
  const names = groups.map(({ group }) => group);
  await writeBlob(ORDERS_KEY, { counts, groups }, String(now));
  await writeBlob(KEY, { at: new Date(now).toISOString(), ids, groups: names }, String(now));
}
