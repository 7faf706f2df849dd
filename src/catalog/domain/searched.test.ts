import { describe, expect, it } from '@jest/globals';
import { countedSearches, type SearchCounts } from './searched';

const NONE: SearchCounts = { searches: 0, without: 0, missed: [] };
const NOW = Date.parse('2026-11-02T08:00:00Z');
const missing = (words: string) => ({ words, found: false });
const wordsIn = ({ missed }: SearchCounts) => missed.map(({ words, times }) => `${words} ${times}`);

describe('searches', () => {
  it('are counted, and kept by their words when they found nothing', () => {
    const counts = countedSearches(
      NONE,
      [missing(' Company  Car '), missing('company car'), { words: 'laptop', found: true }],
      NOW,
    );
    expect(counts).toMatchObject({ searches: 3, without: 2 });
    expect(wordsIn(counts)).toEqual(['company car 2']);
  });

  it('are not kept where the words may name somebody', () => {
    const counts = countedSearches(NONE, [missing('anna@example.com'), missing('+49 170 1234567')], NOW);
    expect(counts).toEqual({ searches: 2, without: 2, missed: [] });
  });

  it('are kept for ninety days, and no more than two hundred', () => {
    const before = countedSearches(NONE, [missing('old')], NOW);
    expect(wordsIn(countedSearches(before, [missing('new')], NOW + 91 * 86_400_000))).toEqual(['new 1']);
    const many = countedSearches(
      before,
      Array.from({ length: 250 }, (_, nth) => missing(`word ${nth}`)),
      NOW,
    );
    expect(many.missed).toHaveLength(200);
    expect(wordsIn(many).at(-1)).toBe('word 249 1');
  });
});
