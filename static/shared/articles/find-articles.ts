import * as v from 'valibot';
import { articlesCql, pagesCql, type SearchScope } from '../../../src/knowledge/domain/cql';
import { type AskedWord, askedWords } from '../../../src/knowledge/domain/asked-words';
import {
  type Article,
  fittingArticles,
  suggestionsFrom,
  type Suggestion,
} from '../../../src/knowledge/domain/suggest';
import { askConfluence } from '../ask-confluence';

const Found = v.object({
  results: v.array(
    v.object({
      content: v.optional(v.object({ id: v.string(), title: v.optional(v.string()) })),
      title: v.optional(v.string(), ''),
      excerpt: v.optional(v.string(), ''),
      lastModified: v.optional(v.string(), ''),
      url: v.optional(v.string(), ''),
    }),
  ),
});

/** Pages a query finds among those the viewer may read, best first. Throws `ProductFailed`. */
async function search(cql: string, limit: number): Promise<readonly Article[]> {
  const { results } = await askConfluence(
    `/wiki/rest/api/search?cql=${encodeURIComponent(cql)}&limit=${limit}`,
    Found,
  );
  return results.flatMap(({ content, title, excerpt, lastModified, url }) =>
    content === undefined
      ? []
      : [
          {
            pageId: content.id,
            title: content.title ?? title,
            excerpt,
            updatedAt: lastModified,
            path: url.startsWith('/wiki') ? url : `/wiki${url}`,
          },
        ],
  );
}

/** More than are shown: those that fit best are chosen here, by what each says. */
const MOST_FOUND = 25;

/** What somebody searched for, in the ways in which it may be said: the articles that say it, best first; none without a word. */
export async function findAsked(
  asked: readonly AskedWord[],
  scope: SearchScope,
  limit: number,
  searches = true,
): Promise<readonly Article[]> {
  if (asked.length === 0) return [];
  const found = await search(articlesCql(asked, scope), MOST_FOUND);
  return fittingArticles(found, asked, searches).slice(0, limit);
}

/** The same for what somebody typed to search. */
export const findArticles = (text: string, scope: SearchScope, limit: number): Promise<readonly Article[]> =>
  findAsked(askedWords(text), scope, limit);

/** The articles to offer to somebody who writes a text, best first: few, and only what is about it. */
export const articlesAbout = (text: string, scope: SearchScope, limit: number): Promise<readonly Article[]> =>
  findAsked(askedWords(text), scope, limit, false);

/** These pages as far as the viewer may read them, in the order given. */
export async function readArticles(pageIds: readonly string[]): Promise<readonly Article[]> {
  const cql = pagesCql(pageIds);
  if (cql === null) return [];
  const found = new Map((await search(cql, pageIds.length)).map((article) => [article.pageId, article]));
  return pageIds.flatMap((id) => found.get(id) ?? []);
}

/** Curated articles first, then what fits the text; at most `limit`. */
export async function suggestArticles(
  pinnedIds: readonly string[],
  text: string,
  scope: SearchScope,
  limit: number,
): Promise<readonly Suggestion[]> {
  const [pinned, found] = await Promise.all([readArticles(pinnedIds), articlesAbout(text, scope, limit)]);
  return suggestionsFrom(pinned, found, new Set(), limit);
}
