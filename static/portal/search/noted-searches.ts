/** Searches as they are counted: kept in this browser, without whose they are, until the home is asked for again. */
import { useEffect } from 'react';
import * as v from 'valibot';
import { MOST_SEARCHES, type Searched, searchedSchema } from '../../../src/catalog/domain/searched';
import { keep, kept } from '../../shared/kept';

const KEY = 'pledge.searched';
const MOST_LENGTH = 200;
/** What stands for so long was meant: what is typed on the way to it is not counted. */
const MEANT_MS = 2_000;

export const notedSearches = (): readonly Searched[] => kept(KEY, v.array(searchedSchema)) ?? [];

/** So many of the first were counted. */
export function forgetNoted(count: number): void {
  if (count > 0) keep(KEY, notedSearches().slice(count));
}

function note(words: string, found: boolean): void {
  const others = notedSearches().filter((each) => each.words !== words);
  keep(KEY, [...others, { words, found }].slice(-MOST_SEARCHES));
}

/** Counts a search once it has stood for a while. */
export function useNoted(query: string, found: boolean): void {
  useEffect(() => {
    if (query === '') return undefined;
    const timer = setTimeout(() => note(query.slice(0, MOST_LENGTH), found), MEANT_MS);
    return () => clearTimeout(timer);
  }, [query, found]);
}
