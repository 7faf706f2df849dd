/** Which articles to put in front of whoever works on a request. */
import { stemOf } from './words';

export interface Article {
  readonly pageId: string;
  readonly title: string;
  /** As Confluence gave it, hits marked: see `excerptParts`. */
  readonly excerpt: string;
  /** ISO instant. */
  readonly updatedAt: string;
  /** Path within Confluence, `/wiki/…`. */
  readonly path: string;
}

export interface Suggestion extends Article {
  readonly pinned: boolean;
}

const TITLE_HIT = 3;
const TEXT_HIT = 1;

const hits = (text: string, stems: readonly string[]): number => {
  const words = (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(String);
  return stems.filter((stem) => words.some((word) => word.startsWith(stem))).length;
};

/** How well an article fits the words: different words in the title count thrice those in the excerpt. */
export const fitOf = (article: Article, words: readonly string[]): number => {
  const stems = words.map(stemOf);
  return hits(article.title, stems) * TITLE_HIT + hits(article.excerpt, stems) * TEXT_HIT;
};

/**
 * The pinned articles in the curator's order, then what was found, best fit first (equal fits keep the search's order),
 * no page twice and none of `exclude`. At most `limit` in all.
 */
export const suggestionsFrom = (
  pinned: readonly Article[],
  found: readonly Article[],
  words: readonly string[],
  exclude: ReadonlySet<string>,
  limit: number,
): readonly Suggestion[] => {
  const taken = new Set(exclude);
  const fresh = (article: Article): boolean => {
    if (taken.has(article.pageId)) return false;
    taken.add(article.pageId);
    return true;
  };
  const curated = pinned.filter(fresh).map((article) => ({ ...article, pinned: true }));
  const ranked = found
    .filter(fresh)
    .map((article) => ({ article, fit: fitOf(article, words) }))
    .sort((a, b) => b.fit - a.fit)
    .map(({ article }) => ({ ...article, pinned: false }));
  return [...curated, ...ranked].slice(0, limit);
};
