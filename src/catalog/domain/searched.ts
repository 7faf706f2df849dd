/** Searches as they are counted: by their words, without who searched. */
import * as v from 'valibot';

const MOST_LENGTH = 60;
/** Of one browser at once. */
export const MOST_SEARCHES = 20;
const MOST_MISSED = 200;
const KEPT_MS = 90 * 86_400_000;

export const searchedSchema = v.object({
  words: v.pipe(v.string(), v.maxLength(200)),
  /** Whether it found an item. */
  found: v.boolean(),
});
export type Searched = Readonly<v.InferOutput<typeof searchedSchema>>;

export interface SearchCounts {
  readonly searches: number;
  readonly without: number;
  readonly missed: readonly { readonly words: string; readonly times: number; readonly lastAt: string }[];
}

/**
 * The counts with some searches more. What found no item is kept by its words for ninety days, the two hundred latest. Words that may
 * name somebody, an address or a long number, are counted and not kept.
 */
export function countedSearches(
  before: SearchCounts,
  searched: readonly Searched[],
  now: number,
): SearchCounts {
  const lastAt = new Date(now).toISOString();
  const missed = new Map(before.missed.map((each) => [each.words, each]));
  const without = searched.filter(({ found }) => !found);
  for (const { words } of without) {
    const said = words.trim().toLowerCase().replaceAll(/\s+/g, ' ').slice(0, MOST_LENGTH);
    if (said === '' || /@|\d{4}/.test(said)) continue;
    const times = (missed.get(said)?.times ?? 0) + 1;
    missed.delete(said);
    missed.set(said, { words: said, times, lastAt });
  }
  return {
    searches: before.searches + searched.length,
    without: before.without + without.length,
    missed: [...missed.values()]
      .filter((each) => Date.parse(each.lastAt) > now - KEPT_MS)
      .slice(-MOST_MISSED),
  };
}
