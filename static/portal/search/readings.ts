/** What somebody may have meant by what they typed, among the words that are there to be found. */
import { searchWords } from '../../../src/kernel/search/search-words';
import { stemOf } from '../../../src/knowledge/domain/words';
import { kinship, likeness } from '../../../src/kernel/search/alike';
import { inCyrillic, otherLayout } from './layouts';

/** The words that are there to be found, each with its stem: the term of the index. */
export type Vocabulary = ReadonlyMap<string, { readonly stem: string }>;

/** What a question is read by: the words, and the terms they have. */
interface Known {
  readonly vocabulary: Vocabulary;
  readonly terms: ReadonlyMap<string, unknown>;
}

/** A term that is there, and how well it fits what was typed: 1 for the word itself. */
export interface Reading {
  readonly term: string;
  readonly fit: number;
}

export interface TypedWord {
  readonly word: string;
  /** None: nothing here is called anything like it. */
  readonly readings: readonly Reading[];
}

const BEGUN = 0.8;
const RESPELT = 0.9;

/**
 * The words of a question with what each may mean. Typed on the other keyboard as a whole where it then says more.
 * Little words are left out, unless there are no others.
 */
export function readWords(query: string, known: Known): readonly TypedWord[] {
  const asTyped = readAll(query, known);
  if (certainty(asTyped) === 1) return asTyped;
  const swapped = readAll(otherLayout(query), known);
  return certainty(swapped) > certainty(asTyped) ? swapped : asTyped;
}

const readAll = (query: string, known: Known): readonly TypedWord[] =>
  searchWords(query).map((word) => ({ word, readings: readingsOf(word, known) }));

/** Between 0 and 1: how sure it is that the words are words. */
const certainty = (words: readonly TypedWord[]): number =>
  words.length === 0
    ? 0
    : words.reduce((sum, { readings }) => sum + Math.max(0, ...readings.map(({ fit }) => fit)), 0) /
      words.length;

function readingsOf(word: string, { vocabulary, terms }: Known): readonly Reading[] {
  const sure = surely(stemOf(word), terms);
  if (sure.length > 0) return sure;
  const respelt = inCyrillic(word);
  const others = [
    ...surely(stemOf(respelt), terms).map(less),
    ...inTwo(word, terms),
    ...roughly(word, vocabulary),
  ];
  return others.length > 0 ? others : roughly(respelt, vocabulary).map(less);
}

const less = ({ term, fit }: Reading): Reading => ({ term, fit: fit * RESPELT });

/** The word itself, and those it begins. */
const surely = (stem: string, terms: Known['terms']): readonly Reading[] =>
  [...terms.keys()]
    .filter((term) => term === stem || (stem.length > 1 && term.startsWith(stem)))
    .map((term) => ({ term, fit: term === stem ? 1 : BEGUN * (0.5 + (0.5 * stem.length) / term.length) }));

/** Two words without the space between them. */
function inTwo(word: string, terms: Known['terms']): readonly Reading[] {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const both = [stemOf(word.slice(0, cut)), stemOf(word.slice(cut))];
    if (both.every((stem) => terms.has(stem))) return both.map((term) => ({ term, fit: RESPELT }));
  }
  return [];
}

/** Words with the same root, and words that a slip or two make of it. */
function roughly(word: string, vocabulary: Vocabulary): readonly Reading[] {
  const stem = stemOf(word);
  if (word.length < 4) return [];
  return [...vocabulary].flatMap(([other, { stem: term }]) => {
    const fit = Math.max(likeness(word, other), likeness(stem, term), kinship(stem, term));
    return fit > 0 ? [{ term, fit }] : [];
  });
}
