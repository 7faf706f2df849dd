import { deleteItem, readItem, retireItem } from '../catalog';
import type { Editor } from '../kernel/audit';
import { isOrdered } from '../requests';

export const WITHDRAWN = ['deleted', 'retired', 'gone'] as const;
type Withdrawn = (typeof WITHDRAWN)[number];

/**
 * Takes back an item: deleted while nobody has ordered it, else retired, as requests keep the form they were made with. Asked
 * again it does nothing more.
 * @throws AppFailure CONFLICT when somebody saves it at the same moment.
 */
export async function withdrawItem(
  itemId: string,
  editor: Editor,
  ordered: (itemId: string) => Promise<boolean> = isOrdered,
): Promise<Withdrawn> {
  const item = await readItem(itemId);
  if (item === null) return 'gone';
  const { rev, state } = item;
  if (!(await ordered(itemId))) {
    await deleteItem(itemId, rev, editor);
    return 'deleted';
  }
  if (state !== 'retired') await retireItem({ itemId, rev }, editor);
  return 'retired';
}
