import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { forWhom } from '../for-whom/for-whom';
import type { Home } from '../home-data';

export interface Shortcut {
  /** Its title is the text under this key. */
  readonly title: string;
  readonly items: readonly ItemCard[];
}

const MOST_POPULAR = 6;

/** The ways to an item before its category: each item stands in the first of them that has it, and so nowhere three times. */
export function shortcutsOf(home: Home, byId: ReadonlyMap<string, ItemCard>): readonly Shortcut[] {
  const shown = new Set<string>();
  const unseen = (ids: readonly string[]): readonly ItemCard[] =>
    ids.flatMap((id) => {
      const item = byId.get(id);
      if (item === undefined || shown.has(id)) return [];
      shown.add(id);
      return [item];
    });
  return [
    { title: 'portal.home.pinned', items: unseen(home.pinned) },
    { title: 'portal.home.favourites', items: unseen(home.favourites) },
    { title: 'portal.home.recent', items: unseen(home.recent) },
    // Of somebody for whom the viewer makes requests it is no group of the viewer's.
    {
      title: `portal.home.popular.${forWhom() === null ? home.popularIn : 'all'}`,
      items: unseen(home.popular).slice(0, MOST_POPULAR),
    },
  ].filter(({ items }) => items.length > 0);
}
