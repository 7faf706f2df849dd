/** Catalog items as far as articles are concerned. */
import type { PublishedItem, Text, Tile } from '../../catalog/domain/model';

export interface KnowledgeItem {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  readonly icon: string;
  /** Pages it recommends, best first. */
  readonly pages: readonly string[];
  /** Whether the viewer is entitled to order it. */
  readonly available: boolean;
}

/** Every published item, each saying whether the viewer may order it. */
export const itemsFor = (tiles: readonly Tile[], isFor: (tile: Tile) => boolean): readonly KnowledgeItem[] =>
  tiles.map((tile) => ({
    id: tile.id,
    name: tile.name,
    summary: tile.summary,
    icon: tile.icon,
    pages: tile.pages,
    available: isFor(tile),
  }));

/** What an item brings to the work item that fulfils a request of it: its pages, and where to search for more. */
export interface ItemKnowledge {
  readonly pages: readonly string[];
  readonly scope: { readonly spaceKeys: readonly string[]; readonly labels: readonly string[] };
}

export const knowledgeOf = ({ content }: PublishedItem): ItemKnowledge => ({
  pages: content.articles.map(({ pageId }) => pageId),
  scope: content.knowledgeScope,
});

/** A page that published items recommend, and how many of them. */
export interface PinnedPage {
  readonly id: string;
  readonly services: number;
}

export function pinnedPages(tiles: readonly Pick<Tile, 'pages'>[]): readonly PinnedPage[] {
  const services = new Map<string, number>();
  for (const { pages } of tiles) for (const id of pages) services.set(id, (services.get(id) ?? 0) + 1);
  return [...services].map(([id, count]) => ({ id, services: count }));
}
