import type { MacroItem } from './contract';
import { emptyPage } from './domain/page-record';
import type { KnowledgeItem } from './domain/items';
import { statsFor } from './page-summary';
import type { KnowledgeStore } from './ports';

export interface CardWish {
  readonly itemId: string;
  /** The page the card stands on, if the viewer was found to read it. */
  readonly pageId: string | null;
  /** Whether the page's author put this very item on the page, as Forge vouches for it. */
  readonly onPage: boolean;
  readonly inJira: boolean;
}

/**
 * The card of an item on a page. Somebody who may not order the item still sees what the author put there, with the
 * reason; but only that: asking for any other item answers null, as if it did not exist.
 */
export const itemCard = async (
  store: Pick<KnowledgeStore, 'page'>,
  items: readonly KnowledgeItem[],
  wish: CardWish,
): Promise<MacroItem | null> => {
  const item = items.find((each) => each.id === wish.itemId);
  if (item === undefined || (!item.available && !wish.onPage)) return null;
  const mayRequest = item.available && wish.inJira;
  return {
    itemId: item.id,
    name: item.name,
    summary: item.summary,
    icon: item.icon,
    stats: wish.pageId === null ? null : await pageStats(store, wish.pageId, items),
    mayRequest,
    ...(mayRequest ? {} : { whyNot: item.available ? 'noJira' : 'notEntitled' }),
  };
};

const pageStats = async (
  store: Pick<KnowledgeStore, 'page'>,
  pageId: string,
  items: readonly KnowledgeItem[],
): Promise<MacroItem['stats']> => {
  const record = (await store.page(pageId)) ?? emptyPage(pageId, '');
  return statsFor(record, items, { linkedIssues: record.linkedIssues, resolved: record.resolved });
};
