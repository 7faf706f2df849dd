import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';

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

/** Keeps a fresh count: once a day, and after requests were adopted. */
export function keepPopular(counts: Readonly<Record<string, number>>, now: number): Promise<void> {
  const ids = Object.entries(counts)
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, MOST)
    .map(([id]) => id);
  return writeBlob(KEY, { at: new Date(now).toISOString(), ids }, String(now));
}
