/** The words of a text, as searches compare them. */

const normal = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Letters and digits, with the sign of C# and C++; what a hyphen joins is one. */
const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*(?:\+\+|#)?/gu;
const HYPHEN = /[-\u2010\u2011]/;

/** The words in order, lower case, `ё` as `е`; one with a hyphen as it is written. */
export const writtenWords = (text: string): readonly string[] => normal(text).match(WORD) ?? [];

/** A word with a hyphen without it: `wi-fi` as `wifi`. */
export const joinedWord = (word: string): string => word.split(HYPHEN).join('');

/** What a word with a hyphen is found by: written as one and each part, `wi-fi` as `wifi`, `wi` and `fi`. */
function partsOfWord(word: string): readonly string[] {
  const parts = word.split(HYPHEN);
  return parts.length > 1 ? [joinedWord(word), ...parts] : parts;
}

/** Every word that a text is found by. */
export function wordsOf(text: string): readonly string[] {
  const words = writtenWords(text);
  return words.some((word) => HYPHEN.test(word)) ? words.flatMap(partsOfWord) : words;
}
