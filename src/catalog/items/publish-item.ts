import { conflict, notFound } from '../../kernel/errors';
import { diffDocuments, difference } from '../../kernel/diff';
import { auditOf, invalidDefinition } from '../../work/sections';
import type { AskJira } from '../ask-jira';
import { checkItem, errorsOf, type ItemSurroundings } from '../domain/item/check-item';
import type { CatalogStructure, Item } from '../domain/model';
import { nextVersionOf } from '../domain/item/publish';
import { items } from '../domain/sections';
import type { Editor } from '../../kernel/audit';
import { itemWrites, readStored, readVersion, type StoredItem, versionWrites } from '../records/item-store';
import { lacking } from '../assets/lacking';
import { changeCatalog } from '../records/store';

/**
 * Freezes an item's content as its next version and puts it into the portal, in one transaction. Jira is asked whether
 * the people and statuses it names are there; what it can't say does not stop publishing.
 * @throws AppFailure CONFLICT, NOT_FOUND, or INVALID_DEFINITION with the problems per part of the item.
 */
export async function publishItem(id: string, rev: number, editor: Editor, askJira: AskJira): Promise<Item> {
  const { content } = (await itemAt(id, rev)).item;
  const [jira, beside] = await Promise.all([askJira([content]), lacking(id, content)]);
  return changeCatalog(async (current) => {
    const { item: before, head } = await itemAt(id, rev);
    refuseErrors(before, {
      ...surroundings(current),
      itemIds: idsOf(await current.tiles()),
      jira: jira(content),
      ...beside,
    });
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
    const former = before.state === 'published' ? await readVersion(id, before.version) : null;
    const changes = [
      difference('version', former?.version, published.version),
      ...diffDocuments(former?.content ?? {}, published.content),
    ];
    const audit = auditOf(items, 'published', after, changes, editor);
    return {
      put: [published],
      writes: [...itemWrites(after, head), ...versionWrites(published), audit],
      result: after,
    };
  });
}

/** The stored item, at the revision the editor has read. */
export async function itemAt(id: string, rev: number): Promise<StoredItem> {
  const stored = await readStored(id);
  if (stored === null) throw notFound(`The item ${id}`);
  if (stored.item.rev !== rev) throw conflict('item');
  return stored;
}

function refuseErrors(item: Item, around: ItemSurroundings): void {
  const errors = errorsOf(checkItem(item.content, around));
  if (errors.length > 0) throw invalidDefinition(errors);
}

/** Of the items that are offered. */
export const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

export const surroundings = (current: Pick<CatalogStructure, 'categories' | 'services'>) => ({
  categoryIds: new Set(current.categories.map((category) => category.id)),
  serviceIds: new Set(current.services.map((service) => service.id)),
  retiredIds: new Set(current.services.flatMap(({ id, status }) => (status === 'retired' ? [id] : []))),
});
