import * as v from 'valibot';
import { writeBlob } from '../platform/storage/blobs';

/** The key it stands under: whoever reads the catalog's head reads it in the same request. */
export const POPULAR_KEY = 'catalog:popular';
/** More than anybody is shown: some are not for everybody. */
const MOST = 60;

const schema = v.object({ at: v.string(), ids: v.array(v.string()) });

export interface Popular {
  /** When it was counted; empty before the first count. */
  readonly at: string;
  /** Items by how often they were ordered in the last ninety days, most often first. */
  readonly ids: readonly string[];
}

/** What is stored of the last count, as read; nothing is popular while it can't be understood. */
export function popularFrom(stored: unknown): Popular {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : { at: '', ids: [] };
}

/** Keeps a fresh count: once a day, and after requests were adopted. */
export function keepPopular(counts: Readonly<Record<string, number>>, now: number): Promise<void> {
  const ids = Object.entries(counts)
    .toSorted(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1))
    .slice(0, MOST)
    .map(([id]) => id);
  return writeBlob(POPULAR_KEY, { at: new Date(now).toISOString(), ids }, String(now));
}
