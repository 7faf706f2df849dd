import { errorIn, type OwnedFinding, type Params, textParam } from '../../kernel/finding';
import type { CategoryProblemCode } from './item/item-problem';
import type { Category } from './model';

/** A category, one in it, and one in that. */
export const MOST_LEVELS = 3;

/** What is wrong with a set of categories: parents that are missing or go in a circle, too many levels, and ids used twice. */
export function checkCategories(
  categories: readonly Category[],
  catalogIds: ReadonlySet<string>,
): readonly OwnedFinding[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return [
    ...(byId.size < categories.length ? [wrong('duplicateCategory', 'category', 'categories')] : []),
    ...categories.flatMap((category): readonly OwnedFinding[] => {
      const { id, catalogId, parentId } = category;
      const whose = `category:${id}`;
      if (!catalogIds.has(catalogId))
        return [wrong('unknownCatalog', whose, 'catalogId', { category: id, catalog: catalogId })];
      if (parentId && byId.get(parentId)?.catalogId !== catalogId)
        return [wrong('unknownParent', whose, 'parentId', { category: id, parent: parentId })];
      const depth = depthOf(category, byId);
      if (depth === Infinity) return [wrong('categoryCycle', whose, 'parentId', { category: id })];
      const name = textParam(category.name);
      return depth > MOST_LEVELS ? [wrong('tooDeep', whose, 'parentId', { name, limit: MOST_LEVELS })] : [];
    }),
  ];
}

/** Its code is of this table of words. */
const wrong = (code: CategoryProblemCode, whose: string, at: string, params?: Params): OwnedFinding =>
  errorIn(code, whose, at, params);

/** The level a category is on, 1 for those at the top; infinite in a circle. */
function depthOf(category: Category, byId: ReadonlyMap<string, Category>): number {
  const seen = new Set<string>();
  let at: Category | undefined = category;
  for (; at !== undefined; at = byId.get(at.parentId ?? '')) {
    if (seen.has(at.id)) return Infinity;
    seen.add(at.id);
  }
  return seen.size;
}
