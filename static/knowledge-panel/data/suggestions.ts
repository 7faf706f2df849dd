import { EVERYWHERE, type SearchScope } from '../../../src/knowledge/domain/cql';
import { suggestionsFrom, type Suggestion } from '../../../src/knowledge/domain/suggest';
import { articlesAbout, findArticles, readArticles } from '../../shared/articles/find-articles';

const LIMIT = 5;
/** Fewer hits than this in the item's own spaces are filled up from everywhere. */
const ENOUGH = 3;

const isEverywhere = (scope: SearchScope): boolean =>
  scope.spaceKeys.length === 0 && scope.labels.length === 0;

const withoutPins = (found: Parameters<typeof suggestionsFrom>[1]): readonly Suggestion[] =>
  suggestionsFrom([], found, new Set(), LIMIT * 2);

/** What fits the text anywhere, before anything is known of the item. Throws ProductFailed. */
export const firstSuggestions = async (text: string): Promise<readonly Suggestion[]> =>
  withoutPins(await articlesAbout(text, EVERYWHERE, LIMIT));

/** The item's pinned articles, then what fits the text in the item's scope, filled up from everywhere. Throws ProductFailed. */
export async function suggestFor(
  text: string,
  pinnedIds: readonly string[],
  scope: SearchScope,
  linked: ReadonlySet<string>,
): Promise<readonly Suggestion[]> {
  const [pinned, scoped] = await Promise.all([
    readArticles(pinnedIds),
    articlesAbout(text, scope, LIMIT * 2),
  ]);
  const close = suggestionsFrom(pinned, scoped, linked, LIMIT);
  if (isEverywhere(scope) || close.length >= ENOUGH) return close;
  const taken = new Set([...linked, ...close.map((each) => each.pageId)]);
  const wider = suggestionsFrom([], await articlesAbout(text, EVERYWHERE, LIMIT * 2), taken, LIMIT);
  return [...close, ...wider].slice(0, LIMIT);
}

/** What somebody searched for by hand. Throws ProductFailed. */
export const searchByHand = async (query: string): Promise<readonly Suggestion[]> =>
  withoutPins(await findArticles(query, EVERYWHERE, LIMIT * 2));
