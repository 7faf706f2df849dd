import { auditWrite } from '../platform/storage/audit';
import { AppFailure, conflict, notFound } from '../kernel/errors';
import { diffDocuments } from '../kernel/diff';
import { checkItem, errorsOf, type ItemSurroundings, type JiraSurroundings } from './domain/check-item';
import type { Item, ItemContent, PublishedCatalog } from './domain/model';
import { nextVersionOf, withItem } from './domain/publish';
import type { Editor } from './save-item';
import { changeCatalog, items, versionWrites } from './store';

/** Asks Jira of what items name; answers what it says of each. */
export type AskJira = (
  contents: readonly ItemContent[],
) => Promise<(content: ItemContent) => JiraSurroundings>;

/**
 * Freezes an item's content as its next version and puts it into the portal, in one transaction. Jira is asked whether
 * the people and statuses it names are there; what it can't say does not stop publishing.
 * @throws AppFailure CONFLICT, NOT_FOUND, or INVALID_DEFINITION with the problems per part of the item.
 */
export async function publishItem(id: string, rev: number, editor: Editor, askJira: AskJira): Promise<Item> {
  const { content } = await itemAt(id, rev);
  const jira = (await askJira([content]))(content);
  return changeCatalog(async (current) => {
    const before = await itemAt(id, rev);
    refuseErrors(before, { ...surroundings(current), jira });
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

function refuseErrors(item: Item, around: ItemSurroundings): void {
  const errors = errorsOf(checkItem(item.content, around));
  if (errors.length === 0) return;
  throw new AppFailure('INVALID_DEFINITION', `Item ${item.id} is refused.`, { fields: errors });
}

export const surroundings = (current: Pick<PublishedCatalog, 'categories' | 'services'>) => ({
  categoryIds: new Set(current.categories.map((category) => category.id)),
  serviceIds: new Set(current.services.map((service) => service.id)),
});
