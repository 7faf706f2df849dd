import { EVERYWHERE, type SearchScope } from '../../../src/knowledge/domain/cql';
import { suggestionsFrom, type Suggestion } from '../../../src/knowledge/domain/suggest';
import { searchWords } from '../../../src/knowledge/domain/words';
import { findArticles, readArticles } from '../../shared/articles/find-articles';

const LIMIT = 5;
/** Fewer hits than this in the item's own spaces are filled up from everywhere. */
const ENOUGH = 3;

const isEverywhere = (scope: SearchScope): boolean =>
  scope.spaceKeys.length === 0 && scope.labels.length === 0;

/** What fits the text anywhere, before anything is known of the item. Throws ProductFailed. */
export const firstSuggestions = async (text: string): Promise<readonly Suggestion[]> =>
  suggestionsFrom([], await findArticles(text, EVERYWHERE, LIMIT * 2), searchWords(text), new Set(), LIMIT);

/** The item's pinned articles, then what fits the text in the item's scope, filled up from everywhere. Throws ProductFailed. */
export async function suggestFor(
  text: string,
  pinnedIds: readonly string[],
  scope: SearchScope,
  linked: ReadonlySet<string>,
): Promise<readonly Suggestion[]> {
  const [pinned, scoped] = await Promise.all([readArticles(pinnedIds), findArticles(text, scope, LIMIT * 2)]);
  const words = searchWords(text);
  const close = suggestionsFrom(pinned, scoped, words, linked, LIMIT);
  if (isEverywhere(scope) || close.length >= ENOUGH) return close;
  const taken = new Set([...linked, ...close.map((each) => each.pageId)]);
  const wider = suggestionsFrom([], await findArticles(text, EVERYWHERE, LIMIT * 2), words, taken, LIMIT);
  return [...close, ...wider].slice(0, LIMIT);
}

/** What somebody searched for by hand. Throws ProductFailed. */
export const searchByHand = async (query: string): Promise<readonly Suggestion[]> =>
  suggestionsFrom(
    [],
    await findArticles(query, EVERYWHERE, LIMIT * 2),
    searchWords(query),
    new Set(),
    LIMIT * 2,
  );
