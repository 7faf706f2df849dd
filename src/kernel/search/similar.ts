/** Which texts say nearly what somebody types. */
import { kinship, likeness } from './alike';
import { searchWords } from './search-words';

/** So much of the words of the one the other must have, and so many words: one alone a text may have by chance. */
const LEAST_SHARE = 0.6;
const FEWEST_WORDS = 2;

/**
 * Those of the rows whose text is like what was typed, the likest first: the most telling words of either are in the other, however these end,
 * and with a slip or two. Of a text of one word nothing can be said.
 */
export function similarTo<T>(typed: string, rows: readonly T[], textOf: (row: T) => string): readonly T[] {
  const asked = searchWords(typed);
  return rows
    .map((row) => {
      const said = searchWords(textOf(row));
      return { row, share: Math.max(shareIn(said, asked), shareIn(asked, said)) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .map(({ row }) => row);
}

/** Which part of some words others have; nothing where these are too few. */
function shareIn(words: readonly string[], others: readonly string[]): number {
  const shared = words.filter((word) => others.some((other) => isAlike(word, other))).length;
  return shared < FEWEST_WORDS ? 0 : shared / words.length;
}

const isAlike = (word: string, other: string): boolean =>
  word === other || likeness(word, other) > 0 || kinship(word, other) > 0;
