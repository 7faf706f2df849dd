import { error, type ItemProblem } from './item-problem';
import type { Category } from './model';

/** What is wrong with a set of categories: parents that are missing or go in a circle, and ids used twice. */
export function checkCategories(
  categories: readonly Category[],
  catalogIds: ReadonlySet<string>,
): readonly ItemProblem<string>[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return [
    ...(byId.size < categories.length
      ? [error('duplicateCategory', 'categories', 'Two categories have the same id.')]
      : []),
    ...categories.flatMap((category): readonly ItemProblem<string>[] => {
      const path = `categories.${category.id}`;
      if (!catalogIds.has(category.catalogId))
        return [error('unknownCatalog', path, `There is no catalog ${category.catalogId}.`)];
      if (category.parentId && byId.get(category.parentId)?.catalogId !== category.catalogId) {
        return [
          error(
            'unknownParent',
            path,
            `${category.id} lies in ${category.parentId}, which is not a category of its catalog.`,
          ),
        ];
      }
      return isInCircle(category, byId)
        ? [error('categoryCycle', path, `${category.id} lies in itself.`)]
        : [];
    }),
  ];
}

function isInCircle(category: Category, byId: ReadonlyMap<string, Category>): boolean {
  const seen = new Set<string>();
  let at: Category | undefined = category;
  while (at?.parentId !== undefined) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
    at = byId.get(at.parentId);
  }
  return false;
}
