/** Searches for articles in Confluence's query language. */
import { type AskedWord, searchText } from './asked-words';

export interface SearchScope {
  readonly spaceKeys: readonly string[];
  readonly labels: readonly string[];
}

export const EVERYWHERE: SearchScope = { spaceKeys: [], labels: [] };

/** A text as a quoted CQL string. */
export const cqlText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const inList = (field: string, values: readonly string[]): readonly string[] =>
  values.length > 0 ? [`${field} in (${values.map(cqlText).join(', ')})`] : [];

const scopeClause = (scope: SearchScope): readonly string[] => {
  const parts = [...inList('space', scope.spaceKeys), ...inList('label', scope.labels)];
  return parts.length > 0 ? [`(${parts.join(' OR ')})`] : [];
};

/** Pages in the scope that say any of the words in title or text; Confluence orders them by relevance. Needs a word. */
export function articlesCql(asked: readonly AskedWord[], scope: SearchScope): string {
  const any = cqlText(searchText(asked));
  const saying = ['title', 'text'].map((field) => `${field} ~ ${any}`).join(' OR ');
  return ['type = page', ...scopeClause(scope), `(${saying})`].join(' AND ');
}

/** These pages, as far as the searcher may read them. Ids that are not numbers are left out; null when none is left. */
export const pagesCql = (pageIds: readonly string[]): string | null => {
  const ids = pageIds.filter((id) => /^\d+$/.test(id));
  return ids.length > 0 ? `type = page AND id in (${ids.join(', ')})` : null;
};
