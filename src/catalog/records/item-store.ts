/** Where items live: a small head as a row, the content and each published version as bodies under keys of their own. */
import * as v from 'valibot';
import { bodyWrite, corruptBody, parseBody, readBodies, readBodyAt } from '../../platform/storage/packed';
import { removeAll } from '../../platform/storage/batch';
import { entityStore } from '../../platform/storage/entities';
import type { Write } from '../../platform/storage/transact';
import { cached } from '../../work/cache';
import { digestOf } from '../../platform/digest';
import { checkItem, errorsOf } from '../domain/item/check-item';
import { setsIn } from '../domain/form/field-sets';
import { withLists } from '../domain/form/option-list';
import type { Item, ItemContent, ItemHead, PublishedItem } from '../domain/model';
import { itemContentSchema, itemHeadSchema, itemStateSchema, publishedItemSchema } from '../domain/schema';

export const MAX_ITEMS = 5_000;

export const ITEM_ENTITY = 'catalog-item';

export const heads = entityStore<ItemHead>({
  name: ITEM_ENTITY,
  schema: itemHeadSchema,
  attributes: ({ id, rev, state, serviceId, owner, updatedAt }) => ({
    id,
    rev,
    state,
    serviceId,
    owner,
    updatedAt,
  }),
});

const draftKey = (id: string, rev: number): string => `item:${id}:draft:${rev}`;
const versionKey = (id: string, version: number): string => `item:${id}:v:${version}`;
const draftSchema = v.object({ id: v.string(), rev: v.number(), content: itemContentSchema });

/** Where the index has the heads of every state. */
export const BY_STATE = itemStateSchema.options.map((state) => ({ index: 'by-state', partition: [state] }));

/** Heads of every state, by id. @throws AppFailure `isWhole`: when one can't be read, which else is left out. */
export async function allHeads({ isWhole = false } = {}): Promise<readonly ItemHead[]> {
  const lists = await Promise.all(BY_STATE.map((query) => heads.queryAll({ ...query, isWhole }, MAX_ITEMS)));
  return lists.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export interface StoredItem {
  readonly head: ItemHead;
  readonly item: Item;
}

const MOST_READS = 3;

/** An item of any state with its head; `null` when there is none. */
export async function readStored(id: string): Promise<StoredItem | null> {
  for (let read = 0; read < MOST_READS; read += 1) {
    const head = await heads.get(id);
    if (head === null) return null;
    // A save takes the content before it away: whoever read the head before it reads again.
    const [item] = await itemsOf([head]);
    if (item !== undefined) return { head, item };
  }
  throw await corruptBody(`item:${id}`);
}

/** An item of any state as its editors see it; `null` when there is none. */
export const readItem = async (id: string): Promise<Item | null> => (await readStored(id))?.item ?? null;

/** The items of some heads with their content; those that were saved since their head was read are left out. */
export async function itemsOf(some: readonly ItemHead[]): Promise<readonly Item[]> {
  const bodies = await readBodies(some.map(({ id, draft }) => draftKey(id, draft)));
  const items = some.map(async (head) => {
    const key = draftKey(head.id, head.draft);
    const body = bodies.get(key);
    return body === undefined ? [] : [itemFrom(head, (await parseBody(key, body, draftSchema)).content)];
  });
  return (await Promise.all(items)).flat();
}

const AT_ONCE = 50;

/** Items of every state, by id, some at once; `from`: after so many. */
export async function* everyItem(from = 0): AsyncGenerator<Item> {
  const all = (await allHeads()).slice(from);
  for (let start = 0; start < all.length; start += AT_ONCE)
    yield* await itemsOf(all.slice(start, start + AT_ONCE));
}

/** A version of an item as it was published, which never changes; `null` when there is none. */
export const readVersion = (id: string, version: number): Promise<PublishedItem | null> =>
  cached(`item ${id}`, String(version), async () => {
    const key = versionKey(id, version);
    const body = await readBodyAt(key);
    if (body === null) return null;
    const value = await parseBody(key, body, publishedItemSchema);
    if (value.id !== id || value.version !== version) throw await corruptBody(key);
    return { value, size: body.text.length };
  });

/** The version an item's head says it has. */
export async function versionOf({ id, version }: ItemHead): Promise<PublishedItem> {
  const item = await readVersion(id, version);
  if (item === null) throw await corruptBody(versionKey(id, version));
  return item;
}

export const versionWrites = (item: PublishedItem): readonly Write[] => [
  bodyWrite(versionKey(item.id, item.version), item),
];

/** Writes an item and its content, in place of the one that was read. */
export function itemWrites(item: Item, former: ItemHead | null): readonly Write[] {
  const { id, rev, content } = item;
  const own = headOf(item);
  const head: ItemHead = former?.lists ? { ...own, lists: true } : own;
  const expect = former === null ? 'absent' : ({ rev: former.rev } as const);
  if (former?.digest === head.digest) return [heads.write(id, { ...head, draft: former.draft }, expect)];
  return [heads.write(id, head, expect), bodyWrite(draftKey(id, rev), { id, rev, content })];
}

/** Takes an item's row away; what stood under keys of its own goes by `keysOf`. */
export const deleteWrite = (head: ItemHead): Write => heads.erase(head.id, { rev: head.rev });

/** The keys of an item's content and of every version it has had. */
export const keysOf = ({ id, draft, version }: ItemHead): readonly string[] => [
  draftKey(id, draft),
  ...Array.from({ length: version }, (_, index) => versionKey(id, index + 1)),
];

/** Removes the content that some items had before a write, now that no head names it. */
export async function dropFormer(
  written: readonly { readonly item: Item; readonly former: ItemHead | null }[],
): Promise<void> {
  await removeAll(
    written.flatMap(({ item, former }) =>
      former === null || former.digest === digestOf(item.content) ? [] : [draftKey(former.id, former.draft)],
    ),
  );
}

export function headOf({ content, ...item }: Item): ItemHead {
  // What it refers to is there as far as this is concerned: whether it is, changes without the item.
  const around = {
    categoryIds: new Set(content.categoryIds),
    serviceIds: new Set([content.serviceId]),
  };
  const sets = setsIn(content);
  return {
    ...item,
    name: content.name,
    categoryIds: content.categoryIds,
    serviceId: content.serviceId,
    owner: content.owner,
    errors: errorsOf(checkItem(content, around)).length,
    ...(sets.length > 0 && { sets }),
    ...(withLists(content.form).length > 0 && { lists: true }),
    digest: digestOf(content),
    draft: item.rev,
  };
}

function itemFrom(head: ItemHead, content: ItemContent): Item {
  const { schema, id, rev, state, version, dirty, updatedAt, updatedBy, publishedAt, replacedBy } = head;
  return {
    schema,
    id,
    rev,
    state,
    version,
    content,
    dirty,
    updatedAt,
    updatedBy,
    ...(publishedAt && { publishedAt }),
    ...(replacedBy && { replacedBy }),
  };
}
