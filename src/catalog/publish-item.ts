import { auditWrite } from '../platform/storage/audit';
import { AppFailure, conflict, notFound } from '../shared/domain/errors';
import { diffDocuments } from '../shared/domain/diff';
import { asFieldProblem, checkItem, errorsOf } from './domain/check-item';
import type { Item, PublishedCatalog } from './domain/model';
import { nextVersionOf, withItem } from './domain/publish';
import type { Editor } from './save-item';
import { changeCatalog, items, versionWrites } from './store';

/**
 * Freezes an item's content as its next version and puts it into the portal, in one transaction.
 * @throws AppFailure CONFLICT, NOT_FOUND, or INVALID_DEFINITION with the problems per part of the item.
 */
export async function publishItem(id: string, rev: number, editor: Editor): Promise<Item> {
  return changeCatalog(async (current) => {
    const before = await itemAt(id, rev);
    refuseErrors(before, current);
    const at = new Date(editor.now).toISOString();
    const published = nextVersionOf(before, at);
    const after: Item = {
      schema: 1,
      id,
      rev: rev + 1,
      state: 'published',
      version: published.version,
      content: before.content,
      dirty: false,
      updatedAt: at,
      updatedBy: editor.accountId,
      publishedAt: at,
    };
    const former = current.items.find((item) => item.id === id);
    const audit = auditWrite({
      at,
      by: editor.accountId,
      action: 'catalog.item.published',
      subject: `item:${id}`,
      subjectName: before.content.name.en,
      changes: [
        { path: 'version', before: former ? String(former.version) : '', after: String(published.version) },
        ...diffDocuments(former?.content ?? {}, published.content),
      ],
    });
    return {
      parts: withItem(current, id, published),
      writes: [items.write(id, after, { rev }), ...versionWrites(published), audit],
      result: after,
    };
  });
}

/** The stored item, at the revision the editor has read. */
export async function itemAt(id: string, rev: number): Promise<Item> {
  const item = await items.get(id);
  if (!item) throw notFound(`The item ${id}`);
  if (item.rev !== rev) throw conflict(`The item ${id}`);
  return item;
}

function refuseErrors(item: Item, current: PublishedCatalog): void {
  const errors = errorsOf(checkItem(item.content, surroundings(current)));
  if (errors.length === 0) return;
  const first = errors[0]?.message ?? '';
  throw new AppFailure('INVALID_DEFINITION', `${item.content.name.en} can't be published yet. ${first}`, {
    fields: errors.map(asFieldProblem),
  });
}

export const surroundings = (current: Pick<PublishedCatalog, 'categories' | 'services'>) => ({
  categoryIds: new Set(current.categories.map((category) => category.id)),
  serviceIds: new Set(current.services.map((service) => service.id)),
});
