/** The words of a question in the ways in which an article may say them. */
import { joinedWord, writtenWords } from '../../kernel/text-words';
import { searchWords } from '../../kernel/search/search-words';
import { stemOf } from './words';

export interface Way {
  /** Lower case; several words or parts with a blank or hyphen between them. */
  readonly said: string;
  /** 1 for the word itself, less for what means the same. */
  readonly weight: number;
}

/** One word of a question; the ways that weigh most first. */
export type AskedWord = readonly Way[];

/** The words themselves: all that is known of a question where no catalog is at hand. */
export function askedWords(text: string): readonly AskedWord[] {
  const written = new Map(writtenWords(text).map((word) => [joinedWord(word), word]));
  return searchWords(text).map((word) => [{ said: written.get(word) ?? word, weight: 1 }]);
}

const LEAST_STEM = 4;
/** So many ways are asked for at once: an address is not endless. */
const MOST_WAYS = 40;

/**
 * The ways as Confluence is asked for them, with OR between them. An index keeps the forms of one language together at most: a
 * word is asked for by its beginning, which every form of it has; one in parts as a phrase.
 */
export const searchText = (asked: readonly AskedWord[]): string =>
  [
    ...new Set(
      rounds(asked)
        .slice(0, MOST_WAYS)
        .map(({ said }) => operand(said)),
    ),
  ].join(' OR ');

/** The first way of each word, then the second of each, and so on: none is left out whole. */
const rounds = (asked: readonly AskedWord[]): readonly Way[] =>
  Array.from({ length: Math.max(0, ...asked.map((ways) => ways.length)) }, (_, nth) =>
    asked.flatMap((ways) => ways[nth] ?? []),
  ).flat();

function operand(said: string): string {
  const parts = said.split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
  if (parts.length > 1) return `"${parts.join(' ')}"`;
  const [word = ''] = parts;
  const start = commonStart(word, stemOf(word));
  return start.length >= LEAST_STEM && /^[\p{L}\p{N}]+$/u.test(start) ? `${start}*` : word;
}

function commonStart(a: string, b: string): string {
  let at = 0;
  while (at < b.length && a[at] === b[at]) at += 1;
  return a.slice(0, at);
}

/** The words of an article, what a hyphen joins as one. */
export const articleWords = (text: string): readonly string[] => writtenWords(text).map(joinedWord);

/** How well one of the ways is said by these words: the weight of the best, 0 for none. */
export const saysOf = (ways: AskedWord, words: readonly string[]): number =>
  Math.max(0, ...ways.map(({ said, weight }) => (says(said, words) ? weight : 0)));

function says(said: string, words: readonly string[]): boolean {
  const parts = said.split(/[\s-]+/);
  return has(words, parts.join('')) || (parts.length > 1 && parts.every((part) => has(words, part)));
}

/** A word in any form; one whose beginning was typed in words that go on. */
function has(words: readonly string[], word: string): boolean {
  const stem = stemOf(word);
  return words.some(
    (other) => stemOf(other) === stem || (stem.length >= LEAST_STEM && other.startsWith(stem)),
  );
}
