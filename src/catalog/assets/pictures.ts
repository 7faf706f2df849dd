/**
 * Where pictures of items are kept: each under a key of its item and its own digest, so that it is never changed. A mark beside it tells
 * housekeeping of it: what begins with `item:` can't be listed without reading all of it.
 */
import * as v from 'valibot';
import { notFound } from '../../kernel/errors';
import { digestOf } from '../../platform/digest';
import { corruptBody } from '../../platform/storage/packed';
import { readKey } from '../../platform/storage/read-key';
import { transact } from '../../platform/storage/transact';
import { findItem } from '../visitor/find-item';
import type { ItemContent } from '../domain/model';
import type { Visitor } from '../visitor/visitor';

export const PICTURE_MARKS = 'catalog:picture:';

/** What an item names a picture by. */
export interface PictureName {
  readonly itemId: string;
  readonly label: string;
}

/** The picture, and its mark. */
export const pictureKeys = ({ itemId, label }: PictureName) =>
  [`item:${itemId}:picture:${label}`, `${PICTURE_MARKS}${itemId}:${label}`] as const;

/** Which picture a mark stands for. */
export function pictureOfMark(key: string): PictureName {
  const [itemId = '', label = ''] = key.slice(PICTURE_MARKS.length).split(':');
  return { itemId, label };
}

const storedSchema = v.object({ picture: v.string() });

/** Keeps a picture (base64) for an item, and answers its label. The item shows it once its content names it. Safe to repeat. */
export async function savePicture(itemId: string, picture: string, now: number): Promise<string> {
  const label = digestOf(picture);
  const [key, mark] = pictureKeys({ itemId, label });
  await transact([
    { kind: 'set', key, value: { picture } },
    { kind: 'set', key: mark, value: { at: now } },
  ]);
  return label;
}

/** A picture of an item (base64); `null` when it is not there, or not any more. */
export async function readPicture(name: PictureName): Promise<string | null> {
  const [key] = pictureKeys(name);
  const stored = await readKey({ key });
  if (stored === undefined) return null;
  const parsed = v.safeParse(storedSchema, stored);
  if (!parsed.success) throw await corruptBody(key);
  return parsed.output.picture;
}

/** Whether an item names a picture that is not there. */
export const lacksPicture = async (itemId: string, { picture }: ItemContent): Promise<boolean> =>
  picture !== undefined && (await readPicture({ itemId, label: picture.label })) === null;

/** The same for an editor of the item. @throws AppFailure NOT_FOUND */
export async function editedPicture(name: PictureName): Promise<{ readonly picture: string }> {
  const picture = await readPicture(name);
  if (picture === null) throw notFound('This picture');
  return { picture };
}

/** The picture that an item shows now, for someone who may order it. @throws AppFailure NOT_FOUND, ITEM_RETIRED */
export async function offeredPicture(name: PictureName, visitor: Visitor) {
  const { content } = await findItem(name.itemId, visitor);
  if (content.picture?.label !== name.label) throw notFound('This picture');
  return editedPicture(name);
}
