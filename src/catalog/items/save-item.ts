import type { Editor } from '../../kernel/audit';
import { transact } from '../../platform/storage/transact';
import { conflict } from '../../kernel/errors';
import { diffDocuments } from '../../kernel/diff';
import { auditOf } from '../../work/sections';
import type { Item, ItemContent } from '../domain/model';
import { items } from '../domain/sections';
import { digestOf } from '../../platform/digest';
import { asInSets } from './field-sets';
import { dropFormer, itemWrites, readStored, readVersion } from '../records/item-store';
import { rememberOwner } from '../records/store';

export interface SaveItem {
  readonly itemId: string;
  /** The revision the editor has read; 0 for a new item. */
  readonly rev: number;
  readonly content: ItemContent;
  /** While somebody types: many follow each other. */
  readonly byItself?: boolean;
}

/**
 * Keeps an editor's work. What requesters see does not change before it is published. Of saves by itself the audit tells the first
 * after somebody else's: publishing tells all that has changed since the version before.
 * @throws AppFailure CONFLICT when the item was changed since it was read, or is already there.
 */
export async function saveItem(
  { itemId, rev, content: wanted, byItself = false }: SaveItem,
  editor: Editor,
): Promise<Item> {
  const { head, item: before } = (await readStored(itemId)) ?? { head: null, item: null };
  if ((before?.rev ?? 0) !== rev) throw conflict('item');
  const content = await asInSets(wanted);
  const published = before && before.version > 0 ? await readVersion(itemId, before.version) : null;
  const after: Item = {
    ...(before ?? { schema: 1, id: itemId, state: 'draft', version: 0 }),
    rev: rev + 1,
    content,
    dirty: published === null || digestOf(published.content) !== digestOf(content),
    updatedAt: new Date(editor.now).toISOString(),
    updatedBy: editor.accountId,
  };
  const changes = diffDocuments(before?.content ?? {}, content);
  const goesOn = byItself && before?.updatedBy === editor.accountId && before.dirty;
  const audit = auditOf(items, before ? 'saved' : 'created', after, changes, editor);
  const outcome = await transact([...itemWrites(after, head), ...(goesOn ? [] : [audit])]);
  if (outcome === 'conflict') throw conflict('item');
  await dropFormer([{ item: after, former: head }]);
  await rememberOwner(content.owner);
  return after;
}
