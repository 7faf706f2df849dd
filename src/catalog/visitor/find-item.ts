import { AppFailure, notFound } from '../../kernel/errors';
import type { ItemHead, PublishedItem } from '../domain/model';
import { heads, readItem, versionOf } from '../records/item-store';
import { type CatalogHead, readHead } from '../records/store';
import { maySee } from './visible-items';
import type { Visitor } from './visitor';

/**
 * A published item for someone who may order it. What is not there and what is not for them look the same.
 * @throws AppFailure NOT_FOUND; ITEM_RETIRED (to those who could see it) with what replaces it, as far as they may order that.
 */
export async function findItem(id: string, visitor: Visitor): Promise<PublishedItem> {
  return (await findItemWithHead(id, visitor)).item;
}

/** The same, with the catalog's head in the same request. */
export async function findItemWithHead(
  id: string,
  visitor: Visitor,
): Promise<{ readonly item: PublishedItem; readonly head: CatalogHead }> {
  const [own, head] = await Promise.all([heads.get(id), readHead()]);
  return { item: await offered(own, visitor, head), head };
}

/** The version of an item that is offered now, for the app itself; `null` when none is. */
export async function publishedItem(id: string): Promise<PublishedItem | null> {
  const head = await heads.get(id);
  return head?.state === 'published' ? versionOf(head) : null;
}

/** An item's draft as if it were published, for its editors. @throws AppFailure NOT_FOUND */
export async function draftAsPublished(id: string): Promise<PublishedItem> {
  const item = await readItem(id);
  if (item === null) throw notFound('This item');
  return { id, version: item.version, publishedAt: item.updatedAt, content: item.content };
}

async function offered(
  head: ItemHead | null,
  visitor: Visitor,
  catalog: CatalogHead,
): Promise<PublishedItem> {
  if (head === null || head.version === 0 || head.state === 'draft') throw notFound('This item');
  const item = await versionOf(head);
  if (!(await maySee(item, visitor, Promise.resolve(catalog)))) throw notFound('This item');
  if (head.state === 'published') return item;
  const { name } = item.content;
  const replacedBy = await replacementFor(head.replacedBy, visitor, catalog);
  throw new AppFailure('ITEM_RETIRED', `${name.en} is no longer offered.`, {
    params: { name: name.en, nameRu: name.ru ?? name.en, replacedBy },
  });
}

/** One retired after the other leads on so many times. */
const MOST_RETIRED = 10;

/** What is offered now in the place of what was retired; empty where that is not for this person: not even its id is told. */
async function replacementFor(
  id: string | undefined,
  visitor: Visitor,
  catalog: CatalogHead,
  left = MOST_RETIRED,
): Promise<string> {
  const head = id === undefined || left === 0 ? null : await heads.get(id);
  if (head === null || head.version === 0 || head.state === 'draft') return '';
  if (!(await maySee(await versionOf(head), visitor, Promise.resolve(catalog)))) return '';
  return head.state === 'published' ? head.id : replacementFor(head.replacedBy, visitor, catalog, left - 1);
}
