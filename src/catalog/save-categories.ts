import { auditWrite } from '../platform/storage/audit';
import { AppFailure } from '../kernel/errors';
import { diffDocuments } from '../kernel/diff';
import { error, textParam } from '../kernel/finding';
import { checkCategories } from './domain/categories';
import type { Category } from './domain/model';
import type { Editor } from './save-item';
import { changeCatalog } from './store';

/**
 * Replaces the tree of categories. A category with published items in it can't be dropped before they are moved.
 * @throws AppFailure INVALID_DEFINITION with what is wrong and where.
 */
export async function saveCategories(
  categories: readonly Category[],
  editor: Editor,
): Promise<readonly Category[]> {
  return changeCatalog(async ({ tiles, ...current }) => {
    const problems = checkCategories(categories, new Set(current.catalogs.map((catalog) => catalog.id)));
    const kept = new Set(categories.map((category) => category.id));
    const orphans = (await tiles()).filter((item) => item.categoryIds.some((id) => !kept.has(id)));
    if (problems.length > 0 || orphans.length > 0) {
      const fields = [
        ...problems,
        ...orphans.map((item) => error('categoryInUse', `item.${item.id}`, { item: textParam(item.name) })),
      ];
      throw new AppFailure('INVALID_DEFINITION', 'The categories are refused.', { fields });
    }
    const audit = auditWrite({
      at: new Date(editor.now).toISOString(),
      by: editor.accountId,
      action: 'catalog.categories.saved',
      subject: 'categories',
      changes: diffDocuments(current.categories, categories),
    });
    return { structure: { ...current, categories }, writes: [audit], result: categories };
  });
}
