import { diffDocuments } from '../../kernel/diff';
import type { Editor } from '../../kernel/audit';
import { removeAll } from '../../platform/storage/batch';
import { auditOf } from '../../work/sections';
import { items } from '../domain/sections';
import { deleteWrite, keysOf } from '../records/item-store';
import { itemAt } from './publish-item';
import { changeCatalog } from '../records/store';

/**
 * Takes an item away with all its versions, as if it had never been. Only for one that nobody has ordered: requests show the form
 * they were made with.
 * @throws AppFailure CONFLICT, NOT_FOUND
 */
export async function deleteItem(id: string, rev: number, editor: Editor): Promise<void> {
  const keys = await changeCatalog(async () => {
    const { item, head } = await itemAt(id, rev);
    const moved = { id, state: item.state, content: item.content };
    const audit = auditOf(items, 'deleted', moved, diffDocuments({ state: item.state }, {}), editor);
    return { removed: [id], writes: [deleteWrite(head), audit], result: keysOf(head) };
  });
  await removeAll(keys);
}
