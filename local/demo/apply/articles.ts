import { ARTICLES, SPACES } from '../articles/all';
import { storageFormat } from '../articles/storage-format';
import type { DemoSite } from './site';

const DAY = 86_400_000;

/** Spaces and their articles. Answers how many. */
export function applyArticles({ confluence, now }: DemoSite): number {
  for (const space of SPACES) confluence.createSpace(space);
  ARTICLES.forEach((article, index) => {
    confluence.createPage({
      id: article.id,
      spaceKey: article.spaceKey,
      title: article.title,
      body: storageFormat(article.lines),
      author: article.author,
      createdAt: now - (200 - index * 3) * DAY,
      labels: article.labels,
      ...(article.restrictedTo ? { restrictedTo: article.restrictedTo } : {}),
    });
  });
  return ARTICLES.length;
}
