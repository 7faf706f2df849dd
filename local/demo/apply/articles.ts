import { type Article, ARTICLES, SPACES } from '../articles/all';
import { storageFormat } from '../articles/storage-format';
import type { DemoSite } from './site';

const DAY = 86_400_000;

function versions(article: Article, createdAt: number) {
  const [first = '', ...rest] = article.lines;
  return rest.length > 3
    ? [
        {
          at: createdAt + 20 * DAY,
          author: article.author,
          storage: storageFormat(article.lines),
          message: `After questions about: ${first.slice(0, 40)}`,
        },
      ]
    : [];
}

/** The spaces, each with its first page. */
export function applySpaces({ confluence, now }: DemoSite): void {
  for (const { key, name, description, author } of SPACES) {
    confluence.createSpace({ key, name, description, type: 'knowledge_base', author });
    const welcome = storageFormat([`${description}. Choose a page at the left, or search.`]);
    confluence.importPage({ space: key, title: name, storage: welcome, author, createdAt: now - 220 * DAY });
  }
}

/** The spaces' articles. Answers each article's own id and the one the site gave it. */
export function applyArticles({ confluence, now }: DemoSite): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  ARTICLES.forEach((article, index) => {
    const createdAt = now - (200 - index * 3) * DAY;
    const { id } = confluence.importPage({
      space: article.spaceKey,
      title: article.title,
      storage: storageFormat(article.lines),
      author: article.author,
      createdAt,
      labels: article.labels,
      versions: versions(article, createdAt),
      ...(article.restrictedTo
        ? {
            restrictions: [
              { operation: 'read' as const, groups: article.restrictedTo, users: [article.author] },
            ],
          }
        : {}),
    });
    ids.set(article.id, id);
  });
  return ids;
}
