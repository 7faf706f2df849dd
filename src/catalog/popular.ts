import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';
import { cached } from '../work/cache';

const KEY = 'catalog:popular';
/** More than anybody is shown: some are not for everybody. */
const MOST = 60;

const schema = v.object({ at: v.string(), ids: v.array(v.string()) });

export interface Popular {
  /** When it was counted; empty before the first count. */
  readonly at: string;
  /** Items by how often they were ordered in the last ninety days, most often first. */
  readonly ids: readonly string[];
}

/** The last count; nothing is popular while it can't be understood. */
export const readPopular = async (): Promise<Popular> =>
  (await readRebuildable(KEY, schema)) ?? { at: '', ids: [] };

const ORDERS_KEY = 'catalog:orders';
const ordersSchema = v.object({ counts: v.record(v.string(), v.number()) });

/** How often each item was ordered in the last ninety days, as of the last count; kept by the process until there is another. */
export async function readOrders(): Promise<ReadonlyMap<string, number>> {
  const { at } = await readPopular();
  const counts = await cached(ORDERS_KEY, at, async () => {
    const stored = await readRebuildable(ORDERS_KEY, ordersSchema);
    return stored && { value: stored.counts, size: JSON.stringify(stored).length };
  });
  return new Map(Object.entries(counts ?? {}));
}

/** Keeps a fresh count: once a day, and after requests were adopted. */
export async function keepPopular(counts: Readonly<Record<string, number>>, now: number): Promise<void> {
  const ids = Object.entries(counts)
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, MOST)
    .map(([id]) => id);
  await writeBlob(ORDERS_KEY, { counts }, String(now));
  await writeBlob(KEY, { at: new Date(now).toISOString(), ids }, String(now));
}
