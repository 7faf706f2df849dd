import MiniSearch from 'minisearch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import type { LocalizedText } from '../../../src/kernel/text';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly keywords: string;
  readonly summary: string;
  readonly categories: string;
  readonly other: string;
}

const FIELDS = ['name', 'keywords', 'summary', 'categories', 'other'];
const BOOST = { name: 5, keywords: 4, categories: 2, summary: 2, other: 1 };
/** How much a place among the popular items weighs against a better match. */
const POPULAR_BOOST = 1.3;

/** Finds items by words of every language at once, English and Russian ones however they end and even when mistyped. */
export interface ItemIndex {
  /** Item ids, best first; none for a query without words. */
  readonly search: (query: string) => readonly string[];
}

export function indexItems(
  items: readonly ItemCard[],
  categoryNames: ReadonlyMap<string, string>,
  popular: readonly string[],
  /** What else items are found by, by id. */
  words: ReadonlyMap<string, string>,
): ItemIndex {
  const index = new MiniSearch<Row>({ fields: FIELDS, processTerm: formsOf });
  index.addAll(items.map((item) => rowOf(item, categoryNames, words.get(item.id) ?? '')));
  return {
    search: (query) =>
      index
        .search(query, {
          boost: BOOST,
          prefix: (term) => term.length >= 2,
          // Two letters that changed places are two edits.
          fuzzy: (term) => (term.length >= 6 ? 2 : term.length >= 4 ? 1 : 0),
          boostDocument: (id) => (popular.includes(String(id)) ? POPULAR_BOOST : 1),
        })
        .map((hit) => String(hit.id)),
  };
}

/** What a text says in all its languages. */
export const wordsOf = (text: LocalizedText): string => Object.values(text).join(' ');

function rowOf(item: ItemCard, categoryNames: ReadonlyMap<string, string>, other: string): Row {
  return {
    id: item.id,
    name: wordsOf(item.name),
    keywords: item.keywords.join(' '),
    summary: wordsOf(item.summary),
    categories: item.categoryIds.map((id) => categoryNames.get(id) ?? '').join(' '),
    other,
  };
}

/** A word as written and without its ending: half a word still begins the first, other forms share the second. */
function formsOf(term: string): string[] {
  const word = term.toLowerCase().replaceAll('ё', 'е');
  const stem = /\p{Script=Cyrillic}/u.test(word) ? russian(word) : english(word);
  return stem === word ? [word] : [word, stem];
}
