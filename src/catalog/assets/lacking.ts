import { allUnder } from '../../platform/storage/under';
import type { ItemSurroundings } from '../domain/item/check-item';
import type { Item, ItemContent } from '../domain/model';
import { withLists } from '../domain/form/option-list';
import { listedIn, PART_MARKS, partKeys } from './option-lists';
import { lacksPicture, PICTURE_MARKS, pictureKeys } from './pictures';

type Lacking = Pick<ItemSurroundings, 'lacksPicture' | 'listed'>;

/** What checks must know of what an item has under keys of its own: its picture and its long lists. */
export async function lacking(itemId: string, content: ItemContent): Promise<Lacking> {
  const [isLacking, listed] = await Promise.all([lacksPicture(itemId, content), listedIn(content.form)]);
  return { lacksPicture: isLacking, listed };
}

/**
 * The same of those of many items that lack some of it, by item. Marks tell what is kept; they may be late, so that what has none is looked
 * up before it is called missing.
 */
export async function lackingOf(items: readonly Item[]): Promise<ReadonlyMap<string, Lacking>> {
  const marks = await Promise.all([allUnder(PART_MARKS), allUnder(PICTURE_MARKS)]);
  const known = new Set(marks.flat().map(({ key }) => key));
  const seem = items.filter(({ id, content }) => marksOf(id, content).some((mark) => !known.has(mark)));
  return new Map(
    await Promise.all(seem.map(async ({ id, content }) => [id, await lacking(id, content)] as const)),
  );
}

const marksOf = (itemId: string, { picture, form }: ItemContent): readonly string[] => [
  ...(picture ? [pictureKeys({ itemId, label: picture.label })[1]] : []),
  ...withLists(form).flatMap(({ optionList }) => optionList.parts.map((label) => partKeys(label)[1])),
];
