/** Which texts say nearly what somebody types. */
import { kinship, likeness } from './alike';
import { searchWords } from './search-words';

/** So much of the words of the one the other must have, and so many words: one alone a text may have by chance. */
const LEAST_SHARE = 0.6;
const FEWEST_WORDS = 2;

/** Of a long text so many words are looked at. */
const MOST_WORDS = 60;

/**
 * Those of the rows one of whose texts is like what was typed, the likest first: most telling words of either are in the other, however
 * these end, and with a slip or two. Of a text of one word nothing can be said.
 */
export function similarTo<T>(
  typed: string,
  rows: readonly T[],
  textsOf: (row: T) => readonly string[],
): readonly T[] {
  const asked = searchWords(typed, MOST_WORDS);
  const shareOf = (text: string): number => {
    const said = searchWords(text, MOST_WORDS);
    return Math.max(shareIn(said, asked), shareIn(asked, said));
  };
  return rows
    .map((row) => ({ row, share: Math.max(0, ...textsOf(row).map(shareOf)) }))
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
