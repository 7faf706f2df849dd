/** Catalog items as far as articles are concerned. */
import { isEntitled, type Viewer } from '../../catalog/domain/entitlement';
import type { PublishedCatalog, PublishedItem, Text } from '../../catalog/domain/model';

export interface KnowledgeItem {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  readonly icon: string;
  readonly articles: readonly { readonly pageId: string; readonly title: string }[];
  readonly scope: { readonly spaceKeys: readonly string[]; readonly labels: readonly string[] };
  /** Whether the viewer is entitled to order it. */
  readonly available: boolean;
}

const itemFor = (item: PublishedItem, viewer: Viewer): KnowledgeItem => ({
  id: item.id,
  name: item.content.name,
  summary: item.content.summary,
  icon: item.content.icon,
  articles: item.content.articles,
  scope: item.content.knowledgeScope,
  available: isEntitled(item.content.entitlement, viewer),
});

/** Every published item, each saying whether this viewer may order it. */
export const itemsFor = (catalog: PublishedCatalog | null, viewer: Viewer): readonly KnowledgeItem[] =>
  (catalog?.items ?? []).map((item) => itemFor(item, viewer));

/** A page that published items recommend, and how many of them. */
export interface PinnedPage {
  readonly id: string;
  readonly title: string;
  readonly services: number;
}

export const pinnedPages = (catalog: PublishedCatalog | null): readonly PinnedPage[] => {
  const pages = new Map<string, PinnedPage>();
  for (const item of catalog?.items ?? []) {
    for (const { pageId, title } of item.content.articles) {
      pages.set(pageId, { id: pageId, title, services: (pages.get(pageId)?.services ?? 0) + 1 });
    }
  }
  return [...pages.values()];
};
