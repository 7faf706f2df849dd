/** How many people reported or follow each known problem, as far as it is told. */
import * as v from 'valibot';
import { sameValues } from '../../kernel/same-values';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';

const KEY = 'catalog:reported';
/** "At least so many": nothing of fewer than five, and no change with every single person. */
const TOLD = [100, 50, 20, 10, 5];

const schema = v.object({ at: v.string(), counts: v.record(v.string(), v.number()) });
export type Reported = v.InferOutput<typeof schema>;

/** The numbers as they were kept last; none while they can't be understood. */
export const readReported = async (): Promise<Reported> =>
  (await readRebuildable(KEY, schema)) ?? { at: '', counts: {} };

/** Keeps the numbers by their problem's id, where what is told of them changed: what people are shown is composed anew then. */
export async function keepReported(counted: Readonly<Record<string, number>>, now: number): Promise<void> {
  const counts = Object.fromEntries(
    Object.entries(counted).flatMap(([id, count]) => {
      const told = TOLD.find((most) => count >= most);
      return told === undefined ? [] : [[id, told]];
    }),
  );
  if (sameValues(counts, (await readReported()).counts)) return;
  await writeBlob(KEY, { at: new Date(now).toISOString(), counts }, String(now));
}
