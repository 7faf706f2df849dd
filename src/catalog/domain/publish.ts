import type { Catalog, Category, Item, PublishedCatalog, PublishedItem, Service } from './model';

export interface CatalogParts {
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  readonly items: readonly PublishedItem[];
}

/** What publishing freezes: version n+1 of an item. `at` is an ISO instant. */
export const nextVersionOf = (item: Item, at: string): PublishedItem => ({
  id: item.id,
  version: item.version + 1,
  publishedAt: at,
  content: item.content,
});

/** The snapshot with an item published or, when `published` is null, taken out. Items keep the order of their ids. */
export function withItem(parts: CatalogParts, id: string, published: PublishedItem | null): CatalogParts {
  const others = parts.items.filter((item) => item.id !== id);
  const items = published ? [...others, published] : others;
  return { ...parts, items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The one document the portal reads. */
export const compileCatalog = (parts: CatalogParts, version: number): PublishedCatalog => ({
  schema: 1,
  version,
  catalogs: parts.catalogs,
  categories: parts.categories.toSorted((a, b) => a.order - b.order),
  services: parts.services,
  items: parts.items,
});

export const EMPTY_CATALOG: PublishedCatalog = compileCatalog(
  { catalogs: [], categories: [], services: [], items: [] },
  0,
);
