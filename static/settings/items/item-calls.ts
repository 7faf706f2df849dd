/** What the pages of items ask of the catalog. */
import type { CatalogList, EditedItem, SavedItem } from '../../../src/catalog/domain/call-answers';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { withNewQuestions } from '../../../src/catalog/domain/form/question-refs';
import { call, RequestFailed } from '../../shared/api';
import { copiedName } from '../model/copied-name';
import { newId } from '../model/new-id';
import { emptyContent } from '../model/new-item';

export const readStored = async (itemId: string): Promise<EditedItem> =>
  (await call('catalog.item', { itemId })).item;

const copied = (content: ItemContent): ItemContent => ({
  ...withNewQuestions(content, () => newId('field')),
  name: copiedName(content.name),
});

/** Like another item, with a picture of its own: the other's may go. Whoever may not keep it there begins without one. */
async function copyOf(from: string, itemId: string): Promise<ItemContent> {
  const content = copied((await readStored(from)).content);
  const { picture, ...rest } = content;
  if (picture === undefined) return content;
  try {
    const { label } = picture;
    const { picture: shown } = await call('catalog.picture', { itemId: from, label });
    await call('catalog.savePicture', { itemId, categoryIds: content.categoryIds, picture: shown });
    return content;
  } catch (failure) {
    if (failure instanceof RequestFailed && !failure.retryable) return rest;
    throw failure;
  }
}

/** The item of an address: as it is stored, or a new one, empty or like another. */
export async function loadItem(
  itemId: string,
  isNew: boolean,
  from: string | null,
  list: CatalogList,
): Promise<EditedItem> {
  if (!isNew) return readStored(itemId);
  const content = from === null ? emptyContent(list) : await copyOf(from, itemId);
  return { rev: 0, state: 'draft', dirty: true, updatedAt: '', updatedBy: '', content };
}

/** `byItself`: nobody asked for it, nor for what the item still lacks. */
export const saveDraft = (
  itemId: string,
  rev: number,
  content: ItemContent,
  byItself = false,
): Promise<SavedItem> => call('catalog.saveItem', { itemId, rev, content, byItself });

export const publishItem = async (itemId: string, rev: number): Promise<EditedItem> =>
  (await call('catalog.publishItem', { itemId, rev })).item;

export const retireItem = async (
  itemId: string,
  rev: number,
  replacedBy: string | undefined,
): Promise<EditedItem> =>
  (await call('catalog.retireItem', { itemId, rev, ...(replacedBy !== undefined && { replacedBy }) })).item;

/** The same for one that nobody has open: as it is now. */
export const retireFromList = async (itemId: string, replacedBy: string | undefined): Promise<EditedItem> =>
  retireItem(itemId, (await readStored(itemId)).rev, replacedBy);
