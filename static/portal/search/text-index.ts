/** Finds rows by their words, however these end, mistyped, or typed on the other keyboard. */
import { stemOf } from '../../../src/knowledge/domain/words';
import { wordsOf } from '../../../src/kernel/text-words';
import { readWords, type TypedWord, type Vocabulary } from './readings';

/** What fits so much worse than the best is not shown. */
const TAIL = 0.2;
/** More than any weight. */
const PLACE = 16;

export interface SearchedRow {
  readonly id: string;
  /** Texts, or words that were told apart already, with what a word weighs in them from 1 to 15: those that weigh most first. */
  readonly parts: readonly (readonly [said: string | readonly string[], weight: number])[];
  /** What the whole score is multiplied by. */
  readonly boost?: number;
}

export interface Found {
  readonly id: string;
  readonly score: number;
  /** Which part of the question it answers, between 0 and 1. */
  readonly share: number;
}

export interface Search {
  /** Best first; none for a question without words. */
  readonly found: readonly Found[];
  readonly words: readonly TypedWord[];
}

export interface TextIndex {
  readonly search: (query: string) => Search;
  readonly vocabulary: Vocabulary;
}

/** A term with the rows that have it, in their order: each as its number and what the term weighs most in it, in one number. */
interface Term {
  readonly stem: string;
  readonly places: number[];
}

interface Words {
  readonly vocabulary: Map<string, Term>;
  readonly terms: Map<string, Term>;
}

export function indexTexts(rows: readonly SearchedRow[]): TextIndex {
  const index: Words = { vocabulary: new Map(), terms: new Map() };
  rows.forEach(({ parts }, at) => {
    for (const [said, weight] of parts)
      put(index, at, typeof said === 'string' ? wordsOf(said) : said, weight);
  });
  return {
    vocabulary: index.vocabulary,
    search(query) {
      const words = readWords(query, index);
      const found = [...scored(words, index.terms, rows.length)].flatMap(([at, { score, hits }]): Found[] => {
        const row = rows[at];
        if (row === undefined) return [];
        const share = hits / words.length;
        return [{ id: row.id, share, score: score * share * (row.boost ?? 1) }];
      });
      const sorted = found.toSorted((a, b) => b.score - a.score);
      return { words, found: sorted.filter(({ score }) => score >= TAIL * (sorted[0]?.score ?? 0)) };
    },
  };
}

/** Words of a row are put in one after the other, those that weigh most first. */
function put({ vocabulary, terms }: Words, at: number, words: readonly string[], weight: number): void {
  for (const word of words) {
    const term = vocabulary.get(word) ?? added(word, vocabulary, terms);
    const last = term.places.at(-1) ?? -PLACE;
    if (Math.floor(last / PLACE) !== at) term.places.push(at * PLACE + weight);
  }
}

function added(word: string, vocabulary: Words['vocabulary'], terms: Words['terms']): Term {
  const stem = stemOf(word);
  const term = terms.get(stem) ?? { stem, places: [] };
  terms.set(stem, term);
  vocabulary.set(word, term);
  return term;
}

/** For each row the sum of what its best term says to each word; a rare term says more. */
function scored(typed: readonly TypedWord[], terms: Words['terms'], count: number) {
  const scores = new Map<number, { score: number; hits: number }>();
  for (const { readings } of typed) {
    const best = new Map<number, number>();
    for (const { term, fit } of readings) {
      const { places } = terms.get(term) ?? { places: [] };
      const rarity = Math.log(1 + count / places.length);
      for (const place of places) {
        const at = Math.floor(place / PLACE);
        best.set(at, Math.max(best.get(at) ?? 0, fit * rarity * (place % PLACE)));
      }
    }
    for (const [at, value] of best) {
      const before = scores.get(at) ?? { score: 0, hits: 0 };
      scores.set(at, { score: before.score + value, hits: before.hits + 1 });
    }
  }
  return scores;
}
