/** What the nightly look at all records found. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';

const KEY = 'people:found';
/** Of so many people without a record it is told who they are. */
const MOST_TOLD = 500;

const foundSchema = v.object({
  schema: v.literal(1),
  /** Records of accounts that are switched off or not there. */
  gone: v.number(),
  /** Records that nobody has confirmed for a year. */
  old: v.number(),
  /** How many people are named somewhere and have no record. */
  without: v.number(),
  missing: v.array(v.string()),
});
export type Found = Readonly<v.InferOutput<typeof foundSchema>>;

/** What the last look found; `null` before the first. */
export const peopleFound = (): Promise<Found | null> => readRebuildable(KEY, foundSchema);

export const keepFound = ({ missing, ...counts }: Pick<Found, 'gone' | 'old' | 'missing'>): Promise<void> =>
  writeBlob(
    KEY,
    { schema: 1, ...counts, without: missing.length, missing: missing.slice(0, MOST_TOLD) } satisfies Found,
    crypto.randomUUID(),
  );
