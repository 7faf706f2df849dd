/** What people search the catalog for: counted without who they are, with the home that a browser asks for anyway. */
import * as v from 'valibot';
import { documentStore } from '../../platform/storage/documents';
import { update } from '../../work/update';
import type { ShownSearches } from '../domain/call-answers';
import { ifMany } from '../../kernel/few';
import { countedSearches, type SearchCounts, type Searched } from '../domain/searched';

const ID = 'searches';
const NONE = { schema: 1, id: ID, rev: 0, searches: 0, without: 0, missed: [] } as const;

const missed = v.object({ words: v.string(), times: v.number(), lastAt: v.string() });
const schema = v.object({
  schema: v.literal(1),
  id: v.literal(ID),
  rev: v.number(),
  searches: v.number(),
  without: v.number(),
  missed: v.array(missed),
});
type Row = Readonly<v.InferOutput<typeof schema>> & SearchCounts;

const row = documentStore<Row>(schema);

/** Adds searches to the count. A storage that is busy loses them, and the home is answered all the same. */
export async function countSearches(searched: readonly Searched[], now: number): Promise<void> {
  if (searched.length === 0) return;
  await update(row, ID, (before) => ({
    next: { ...NONE, ...countedSearches(before ?? NONE, searched, now), rev: before?.rev ?? 0 },
    answer: undefined,
  })).catch(() => undefined);
}

/** What was searched for, and what of it found no item. */
export async function readSearches(): Promise<ShownSearches> {
  const { searches, without, missed: all } = (await row.get(ID)) ?? NONE;
  const told = all.map((each) => ({ ...each, times: ifMany(each.times) }));
  return { searches, without, missed: told.toSorted((a, b) => (b.times ?? 0) - (a.times ?? 0)) };
}

/** Takes what somebody has dealt with off the list; it stands there again when it is searched for again. */
export const forgetSearch = (words: string): Promise<void> =>
  update(row, ID, (before) => {
    const kept = before?.missed.filter((each) => each.words !== words) ?? [];
    if (before === null || kept.length === before.missed.length) return { answer: undefined };
    return { next: { ...before, missed: kept }, answer: undefined };
  });
