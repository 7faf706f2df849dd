import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';

const KEY = 'catalog:popular';
const schema = v.object({ at: v.string(), counts: v.record(v.string(), v.number()) });

/** Items by how often they were ordered in the last ninety days, as last counted; empty before the first count. */
export async function readPopular(): Promise<readonly string[]> {
  const stored = await readRebuildable(KEY, schema);
  return Object.entries(stored?.counts ?? {})
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .map(([id]) => id);
}

/** Keeps a fresh count: once a day, and after requests were adopted. */
export const keepPopular = (counts: Readonly<Record<string, number>>, now: number): Promise<void> =>
  writeBlob(KEY, { at: new Date(now).toISOString(), counts }, String(now));
