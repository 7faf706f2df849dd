/** What other forms of a word have in common, in English and in Russian. */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';

const CYRILLIC = /\p{Script=Cyrillic}/u;
const stems = new Map<string, string>();
/** So many words are remembered: more than a catalog and an afternoon of searches have. */
const MOST_STEMS = 20_000;

/** A word, as they are told here, without its ending: "ноутбуки" and "ноутбука", "printers" and "printing" are one. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = CYRILLIC.test(word) ? russian(word) : english(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}
