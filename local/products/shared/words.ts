import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';

/** The words of a text, lower case, `ё` as `е`. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The stem of one lower-case word: Russian if it has Cyrillic letters, else English. */
export const stemOf = (word: string): string => (/[а-я]/.test(word) ? russian(word) : english(word));

/** A text as stems, ready for a full-text index. */
export const stemsOf = (text: string): string => wordsOf(text).map(stemOf).join(' ');

/**
 * What a person typed after `~` as a full-text query over stems: words are all required, `"a phrase"` keeps its order,
 * a trailing `*` matches beginnings. Answers undefined if there is no word in it.
 */
export function matchQuery(text: string): string | undefined {
  const phrase = /^\s*"(.+)"\s*$/.exec(text)?.[1];
  if (phrase) return wordsOf(phrase).length > 0 ? `"${stemsOf(phrase)}"` : undefined;
  const terms = text.split(/\s+/).flatMap((part) => {
    const words = wordsOf(part);
    const open = part.endsWith('*');
    return words.map((word, index) =>
      open && index === words.length - 1 ? `"${word}"*` : `"${stemOf(word)}"`,
    );
  });
  return terms.length > 0 ? terms.join(' AND ') : undefined;
}
