import { AppFailure, notFound } from '../kernel/errors';
import type { PublishedItem } from './domain/model';
import { items, readPublished, readVersion } from './store';
import { maySee, type Visitor } from './visible-items';

/**
 * A published item for someone who may order it. What is not there and what is not for them look the same.
 * @throws AppFailure NOT_FOUND; ITEM_RETIRED (to those who could see it) with what replaces it.
 */
export async function findItem(id: string, visitor: Visitor): Promise<PublishedItem> {
  const published = (await readPublished()).items.find((item) => item.id === id);
  if (!published) return refuse(id, visitor);
  if (!(await maySee(published, visitor))) throw notFound('This item');
  return published;
}

async function refuse(id: string, visitor: Visitor): Promise<never> {
  const item = await items.get(id);
  const last = item?.state === 'retired' ? await readVersion(id, item.version) : null;
  if (!item || !last || !(await maySee(last, visitor))) throw notFound('This item');
  const { name } = last.content;
  throw new AppFailure('ITEM_RETIRED', `${name.en} is no longer offered.`, {
    params: { name: name.en, nameRu: name.ru ?? name.en, replacedBy: item.replacedBy ?? '' },
  });
}
