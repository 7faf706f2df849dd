import { difference } from '../../kernel/diff';
import { senseless } from '../../kernel/senseless';
import { auditOf } from '../../work/sections';
import type { Item } from '../domain/model';
import { items } from '../domain/sections';
import { itemAt } from './publish-item';
import type { Editor } from '../../kernel/audit';
import { itemWrites } from '../records/item-store';
import { changeCatalog } from '../records/store';

/**
 * Takes an item out of the portal. Its requests and versions stay; old links say what to use instead.
 * @throws AppFailure CONFLICT, NOT_FOUND, BAD_REQUEST when it would be replaced by itself.
 */
export async function retireItem(
  {
    itemId,
    rev,
    replacedBy,
  }: { readonly itemId: string; readonly rev: number; readonly replacedBy?: string },
  editor: Editor,
): Promise<Item> {
  if (replacedBy === itemId) throw senseless('replacedByItself');
  return changeCatalog(async () => {
    const { item: before, head } = await itemAt(itemId, rev);
    const after: Item = {
      ...before,
      rev: rev + 1,
      state: 'retired',
      updatedAt: new Date(editor.now).toISOString(),
      updatedBy: editor.accountId,
      ...(replacedBy && { replacedBy }),
    };
    const changes = [
      { path: 'state', before: before.state, after: 'retired' },
      ...(replacedBy ? [difference('replacedBy', before.replacedBy, replacedBy)] : []),
    ];
    return {
      removed: [itemId],
      writes: [...itemWrites(after, head), auditOf(items, 'retired', after, changes, editor)],
      result: after,
    };
  });
}
