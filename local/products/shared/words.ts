import { stemmer as english } from '@orama/stemmers/english';

/** The words of a text, lower case: `ё` is another letter than `е`, and signs are none. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The stem of one lower-case word. A site has one indexing language, here as on most: English. Forms of words in other languages
 * are words of their own.
 */
export const stemOf = (word: string): string => (/\p{Script=Latin}/u.test(word) ? english(word) : word);

/** A text as stems, ready for a full-text index. */
export const stemsOf = (text: string): string => wordsOf(text).map(stemOf).join(' ');

const STOP_WORDS = new Set(
  'a an and are as at be but by for from how i in is it my not of on or so that the this to was we what when where which who why with you и в во не на я с со как а то по к у из за от до для это что при или'.split(
    ' ',
  ),
);

/** The words that carry meaning; all of them where none does. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

function terms(text: string): string[] {
  const phrase = /^\s*"(.+)"\s*$/.exec(text)?.[1];
  if (phrase) return wordsOf(phrase).length > 0 ? [`"${stemsOf(phrase)}"`] : [];
  const open = new Set(
    [...text.matchAll(/([\p{L}\p{N}]+)\*/gu)].map((match) => (match[1] ?? '').toLowerCase()),
  );
  return tellingWords(text).map((word) => (open.has(word) ? `"${word}"*` : `"${stemOf(word)}"`));
}

/**
 * What a person typed after `~` as a full-text query over stems. Words are all required (`some`: any of them), except that
 * `OR` between them means either; `"a phrase"` keeps its order; a trailing `*` matches beginnings; little words don't count.
 * Answers undefined if there is no word in it.
 */
export function matchQuery(text: string, need: 'all' | 'some' = 'all'): string | undefined {
  const parts = text
    .split(/\s+OR\s+/)
    .map(terms)
    .filter((part) => part.length > 0);
  if (parts.length === 0) return undefined;
  return parts.map((part) => `(${part.join(need === 'all' ? ' AND ' : ' OR ')})`).join(' OR ');
}
