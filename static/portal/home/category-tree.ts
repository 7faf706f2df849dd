import type { ItemCard, ShownCatalog } from '../../../src/catalog/domain/call-answers';

/** A category with what is in it, and the categories in it. */
export interface Branch {
  readonly category: ShownCatalog['categories'][number];
  readonly items: readonly ItemCard[];
  readonly below: readonly Branch[];
}

/** The categories in their order, each in the one above it; what has nothing in it or below it is left out. */
export function treeOf({ categories, items }: Pick<ShownCatalog, 'categories' | 'items'>): readonly Branch[] {
  const ids = new Set(categories.map(({ id }) => id));
  const inside = (parent: string | undefined): readonly Branch[] =>
    categories
      .filter(({ parentId }) => (ids.has(parentId ?? '') ? parentId : undefined) === parent)
      .toSorted((a, b) => a.order - b.order)
      .map((category) => ({
        category,
        items: items.filter(({ categoryIds }) => categoryIds.includes(category.id)),
        below: inside(category.id),
      }))
      .filter((branch) => itemsOf(branch).length > 0);
  return inside(undefined);
}

/** Everything in a category and below it, each once. */
export const itemsOf = ({ items, below }: Branch): readonly ItemCard[] => [
  ...new Set([...items, ...below.flatMap(itemsOf)]),
];

/** The way to a category from the top; empty where there is no such category. */
export function pathTo(branches: readonly Branch[], id: string): readonly Branch[] {
  for (const branch of branches) {
    if (branch.category.id === id) return [branch];
    const rest = pathTo(branch.below, id);
    if (rest.length > 0) return [branch, ...rest];
  }
  return [];
}

/** The category at the end of a path, those above it and those below it, by id. */
export const idsAround = (path: readonly Branch[]): ReadonlySet<string> => {
  const below = ({ category, below: inside }: Branch): readonly string[] => [
    category.id,
    ...inside.flatMap(below),
  ];
  return new Set([...path.map(({ category }) => category.id), ...path.slice(-1).flatMap(below)]);
};
