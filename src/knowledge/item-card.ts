import type { MacroItem } from './domain/answers';
import type { KnowledgeItem } from './domain/items';
import { pageStats } from './page-summary';
import type { KnowledgeStore, ReadablePage, ReadIssues } from './ports';

export interface CardWish {
  readonly itemId: string;
  /** The page the card stands on, if the viewer was found to read it. */
  readonly page: ReadablePage | null;
  readonly inJira: boolean;
}

/**
 * The card of an item on a page; null for whoever is not entitled to the item, as if it did not exist: that somebody put
 * its card on a page gives no right to its name. Of how often the page helped it tells what this viewer may see.
 */
export const itemCard = async (
  store: Pick<KnowledgeStore, 'page' | 'linksOfPage'>,
  readIssues: ReadIssues,
  items: readonly KnowledgeItem[],
  { itemId, page, inJira }: CardWish,
): Promise<MacroItem | null> => {
  const item = items.find((each) => each.id === itemId);
  if (!item?.available) return null;
  return {
    itemId: item.id,
    name: item.name,
    summary: item.summary,
    icon: item.icon,
    solved: page === null ? 0 : (await pageStats(store, readIssues, page, items)).stats.resolved,
    mayRequest: inJira,
  };
};
