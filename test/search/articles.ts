/** The labelled queries for articles, against a Confluence that indexes one language and knows no synonyms. */
import { ARTICLES } from '../../local/demo/articles/all';
import { ANN, NOON, openWikiFor } from '../../local/products/confluence/testing/wiki';
import { articlesCql, EVERYWHERE } from '../../src/knowledge/domain/cql';
import { type Article, fittingArticles } from '../../src/knowledge/domain/suggest';
import { askedFor } from '../../static/portal/search/asked-for';
import { demoSite, LABELLED } from './labelled';

const MOST_FOUND = 25;
const MOST_SHOWN = 5;

interface Found {
  readonly results: readonly { readonly content: { readonly title: string }; readonly excerpt: string }[];
}

/** Of the queries those whose article is not among the five shown, with what is. */
export async function missedArticles(): Promise<readonly string[]> {
  const { wiki, call } = openWikiFor();
  for (const { title, lines, restrictedTo } of ARTICLES) {
    if (restrictedTo !== undefined) continue;
    const storage = `<p>${lines.join('</p><p>')}</p>`;
    wiki.importPage({ space: 'KB', title, storage, author: 'bob', createdAt: NOON });
  }
  const titles = new Map(ARTICLES.map(({ id, title }) => [id, title]));
  const { index, cards } = demoSite();
  const missed: string[] = [];
  for (const { query, pages } of LABELLED.articles) {
    const asked = askedFor(query, index.search(query), index, cards);
    const cql = encodeURIComponent(articlesCql(asked, EVERYWHERE));
    const { body } = await call(ANN, 'GET', `rest/api/search?cql=${cql}&limit=${MOST_FOUND}`);
    const found = (body as Found).results.map(({ content, excerpt }): Article => {
      return { pageId: '', path: '', updatedAt: '', title: content.title, excerpt };
    });
    const shown = fittingArticles(found, asked, true)
      .slice(0, MOST_SHOWN)
      .map(({ title }) => title);
    if (!pages.some((id) => shown.includes(titles.get(id) ?? '')))
      missed.push(`${query}: ${shown.join(' | ')}`);
  }
  return missed;
}
