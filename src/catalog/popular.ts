import * as v from 'valibot';
import { AppFailure } from '../kernel/errors';
import { writeBlob } from '../platform/storage/blobs';
import type { Read, Wanted } from '../platform/storage/together';

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

/** To be read with the catalog's head, in the same request. */
export const POPULAR: Wanted<Popular> = { key: KEY, schema };

/** What was read of the last count; nothing is popular while it can't be understood. */
export const popularIn = (read: Read<Popular>): Popular =>
  read === null || read instanceof AppFailure ? { at: '', ids: [] } : read;

/** Keeps a fresh count: once a day, and after requests were adopted. */
export function keepPopular(counts: Readonly<Record<string, number>>, now: number): Promise<void> {
  const ids = Object.entries(counts)
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, MOST)
    .map(([id]) => id);
  return writeBlob(KEY, { at: new Date(now).toISOString(), ids }, String(now));
}
