import * as v from 'valibot';
import { CORRUPT_PREFIX } from './corrupt';
import { firstUnder } from './under';

const MOST_NOTES = 100;
const noteSchema = v.object({ where: v.string() });

/** How many documents could not be read within the last week, by where they are. */
export async function corruptDocuments(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { value } of await firstUnder(CORRUPT_PREFIX, MOST_NOTES)) {
    const note = v.safeParse(noteSchema, value);
    if (note.success) counts.set(note.output.where, (counts.get(note.output.where) ?? 0) + 1);
  }
  return counts;
}
