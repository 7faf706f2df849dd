/** What articles are asked for when somebody searches: what they typed, what it was read as, and what the catalog calls the same. */
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { type AskedWord, askedWords, type Way } from '../../../src/knowledge/domain/asked-words';
import { searchWords } from '../../../src/kernel/search/search-words';
import { stemOf } from '../../../src/knowledge/domain/words';
import { joinedWord, wordsOf, writtenWords } from '../../../src/kernel/text-words';
import { saidIn } from './item-index';
import type { TypedWord } from './readings';
import type { Search, TextIndex } from './text-index';

/** A word that was read as another is looked for nearly as if it had been typed; one that only means the same is not. */
const READ_AS = 0.95;
const MEANS_THE_SAME = 0.6;
/** So many items are taken for what was meant: the best, and those nearly as good. */
const MOST_MEANT = 2;
const NEARLY = 0.8;

/**
 * The words of a question with all ways of saying them. Other languages come from the names and keywords that owners gave the items
 * that answer the whole question: Confluence indexes one language and knows no synonyms.
 */
export function askedFor(
  query: string,
  { words, found }: Search,
  { vocabulary }: Pick<TextIndex, 'vocabulary'>,
  cards: ReadonlyMap<string, ItemCard>,
): readonly AskedWord[] {
  const best = found[0]?.score ?? 0;
  const meant = found
    .filter(({ share, score }) => share === 1 && score >= NEARLY * best)
    .slice(0, MOST_MEANT)
    .flatMap(({ id }) => cards.get(id) ?? []);
  const spelled = spellingsOf(query, meant);
  if (words.every(({ readings }) => readings.length === 0)) return askedWords(query);
  return words.map((typed) => {
    const said = (word: string, weight: number): Way => ({ said: spelled.get(word) ?? word, weight });
    const readAs = readingsOf(typed, vocabulary);
    const stems = new Set([stemOf(typed.word), ...typed.readings.map(({ term }) => term)]);
    const same = meant.flatMap((card) => namesOf(card, stems)).filter((each) => isOther(typed.word, each));
    return [
      said(typed.word, 1),
      ...readAs.map((word) => said(word, READ_AS)),
      ...same.map((word) => said(word, MEANS_THE_SAME)),
    ];
  });
}

/** The words that it was taken for where it is not one itself: the likeliest. */
function readingsOf({ word, readings }: TypedWord, vocabulary: TextIndex['vocabulary']): readonly string[] {
  const best = readings.toSorted((a, b) => b.fit - a.fit)[0];
  if (best === undefined || best.term === stemOf(word)) return [];
  const spelt = [...vocabulary].find(([, { stem }]) => stem === best.term);
  return spelt === undefined ? [] : [spelt[0]];
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** In the other alphabet: other names in the same one are often of something else that the item is for as well. */
const isOther = (word: string, name: string): boolean => CYRILLIC.test(word) !== CYRILLIC.test(name);

/** What an item is called beside, where the word is one of its names or keywords. */
function namesOf({ name, keywords }: ItemCard, stems: ReadonlySet<string>): readonly string[] {
  const names = [...keywords, ...searchWords(saidIn(name))];
  const isNamed = names.some((each) => wordsOf(each).some((word) => stems.has(stemOf(word))));
  return isNamed ? names : [];
}

/** How words are spelled that are found without their hyphens: `wifi` is `wi-fi`. */
const spellingsOf = (query: string, cards: readonly ItemCard[]): ReadonlyMap<string, string> =>
  new Map(
    writtenWords([query, ...cards.map(({ name, summary }) => `${saidIn(name)} ${saidIn(summary)}`)].join(' '))
      .map((word) => [joinedWord(word), word] as const)
      .filter(([joined, word]) => joined !== word),
  );
