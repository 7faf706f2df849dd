import { error, type Finding } from '../../kernel/finding';
import type { CategoryProblemCode } from './item-problem';
import type { Category } from './model';

/** What is wrong with a set of categories: parents that are missing or go in a circle, and ids used twice. */
export function checkCategories(
  categories: readonly Category[],
  catalogIds: ReadonlySet<string>,
): readonly Finding<CategoryProblemCode>[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return [
    ...(byId.size < categories.length ? [error('duplicateCategory', 'categories')] : []),
    ...categories.flatMap((category): readonly Finding<CategoryProblemCode>[] => {
      const path = `categories.${category.id}`;
      if (!catalogIds.has(category.catalogId))
        return [error('unknownCatalog', path, { category: category.id, catalog: category.catalogId })];
      if (category.parentId && byId.get(category.parentId)?.catalogId !== category.catalogId) {
        return [error('unknownParent', path, { category: category.id, parent: category.parentId })];
      }
      return isInCircle(category, byId) ? [error('categoryCycle', path, { category: category.id })] : [];
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
