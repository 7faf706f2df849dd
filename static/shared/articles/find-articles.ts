import * as v from 'valibot';
import { articlesCql, pagesCql, type SearchScope } from '../../../src/knowledge/domain/cql';
import { type Article, suggestionsFrom, type Suggestion } from '../../../src/knowledge/domain/suggest';
import { searchWords } from '../../../src/knowledge/domain/words';
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

/** The articles that fit a text, best first; none when the text says nothing. */
export async function findArticles(
  text: string,
  scope: SearchScope,
  limit: number,
): Promise<readonly Article[]> {
  const words = searchWords(text);
  return words.length === 0 ? [] : search(articlesCql(words, scope), limit);
}

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
  const [pinned, found] = await Promise.all([readArticles(pinnedIds), findArticles(text, scope, limit * 2)]);
  return suggestionsFrom(pinned, found, searchWords(text), new Set(), limit);
}
