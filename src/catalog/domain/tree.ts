import type { Category, Tile } from './model';

/** The categories some tiles are in, and those above them: of the others nobody need know the names. */
export function categoriesOf<T extends Pick<Category, 'id' | 'parentId'>>(
  tiles: readonly Pick<Tile, 'categoryIds'>[],
  categories: readonly T[],
): readonly T[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const wanted = new Set<string>();
  for (const id of tiles.flatMap(({ categoryIds }) => categoryIds)) {
    for (let at = byId.get(id); at !== undefined && !wanted.has(at.id); at = byId.get(at.parentId ?? '')) {
      wanted.add(at.id);
    }
  }
  return categories.filter(({ id }) => wanted.has(id));
}
