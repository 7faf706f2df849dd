import type { ShownCatalog } from '../../../src/catalog/domain/call-answers';
import { categoriesOf } from '../../../src/catalog/domain/tree';

export type Announced = ShownCatalog['announcements'][number];

/** Of what is told those that are shown now (UTC, ms). */
export const shownNow = (
  { announcements }: Pick<ShownCatalog, 'announcements'>,
  now: number,
): readonly Announced[] => announcements.filter(({ from = 0, to = Infinity }) => from <= now && now < to);

/** Those about some categories or what is in them, and not about everything. */
export function aboutCategories(
  home: Pick<ShownCatalog, 'announcements' | 'items'>,
  categoryIds: ReadonlySet<string>,
  now: number,
): readonly Announced[] {
  const inside = new Set(
    home.items.filter((item) => item.categoryIds.some((id) => categoryIds.has(id))).map(({ id }) => id),
  );
  return shownNow(home, now).filter(
    ({ everywhere, categoryIds: about, itemIds }) =>
      !everywhere && (about.some((id) => categoryIds.has(id)) || itemIds.some((id) => inside.has(id))),
  );
}

/** Those about an item: itself, a category it is in or one above, or everything. */
export function aboutItem(
  home: Pick<ShownCatalog, 'announcements' | 'items' | 'categories'>,
  itemId: string,
  now: number,
): readonly Announced[] {
  const own = home.items.filter(({ id }) => id === itemId);
  const above = new Set(categoriesOf(own, home.categories).map(({ id }) => id));
  return shownNow(home, now).filter(
    ({ everywhere, categoryIds, itemIds }) =>
      everywhere || itemIds.includes(itemId) || categoryIds.some((id) => above.has(id)),
  );
}
