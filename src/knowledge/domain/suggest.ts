/** Which articles to put in front of whoever works on a request. */
import { articleWords, type AskedWord, saysOf } from './asked-words';

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
/** What fits so much worse than the best is not offered. */
const TAIL = 0.4;
/** What only means the same counts in titles alone: texts say many things by the way. */
const DIRECT = 0.9;

/** How well an article fits what was asked, and whether well enough to be shown for it. */
export interface Fit {
  readonly score: number;
  readonly enough: boolean;
}

/**
 * A word in the title counts thrice one in the excerpt. To whoever `searches` an article is shown that says half of the words.
 * To whoever writes something else it is offered for two words of its title, or one that is a third of what they wrote; or
 * for nearly all of the words in its text.
 */
export function fitOf(article: Article, asked: readonly AskedWord[], searches: boolean): Fit {
  const title = articleWords(article.title);
  const text = articleWords(article.excerpt);
  const inTitle = asked.map((ways) => saysOf(ways, title));
  const inText = asked.map((ways) =>
    saysOf(
      ways.filter(({ weight }) => weight >= DIRECT),
      text,
    ),
  );
  const score = sum(inTitle) * TITLE_HIT + sum(inText) * TEXT_HIT;
  const titled = inTitle.filter((hit) => hit > 0).length;
  const share = inText.filter((hit, nth) => hit > 0 || (inTitle[nth] ?? 0) > 0).length / asked.length;
  const offered = titled >= 2 || (titled === 1 && share >= 1 / 3) || (asked.length > 1 && share >= 3 / 4);
  return { score, enough: searches ? share >= 1 / 2 : offered };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** What was found and fits well enough, best fit first; equal fits keep the search's order. */
export function fittingArticles(
  found: readonly Article[],
  asked: readonly AskedWord[],
  searches: boolean,
): readonly Article[] {
  const fits = found.map((article) => ({ article, ...fitOf(article, asked, searches) }));
  const best = Math.max(0, ...fits.map(({ score }) => score));
  return fits
    .filter(({ enough, score }) => enough && (searches || score >= TAIL * best))
    .toSorted((a, b) => b.score - a.score)
    .map(({ article }) => article);
}

/**
 * The pinned articles in the curator's order, then what was found, in its order; no page twice and none of `exclude`.
 * At most `limit` in all.
 */
export function suggestionsFrom(
  pinned: readonly Article[],
  found: readonly Article[],
  exclude: ReadonlySet<string>,
  limit: number,
): readonly Suggestion[] {
  const taken = new Set(exclude);
  const fresh = ({ pageId }: Article): boolean => !taken.has(pageId) && taken.add(pageId).has(pageId);
  const curated = pinned.filter(fresh).map((article) => ({ ...article, pinned: true }));
  const others = found.filter(fresh).map((article) => ({ ...article, pinned: false }));
  return [...curated, ...others].slice(0, limit);
}
