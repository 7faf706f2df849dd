/** Items in files. Published ones are checked and published, drafts kept, retired ones taken out of the portal. */
import type { ImportOutcome } from '../../kernel/answers';
import type { Editor } from '../../kernel/audit';
import { difference } from '../../kernel/diff';
import { errorIn, type OwnedFinding } from '../../kernel/finding';
import { parsed } from '../../kernel/section';
import { digestOf } from '../../platform/digest';
import { orThrow } from '../../platform/storage/entities';
import { checkItem, errorsOf, type ItemSurroundings } from '../domain/item/check-item';
import type { CatalogStructure, Item, ItemHead, PublishedItem } from '../domain/model';
import { items, type MovedItem } from '../domain/sections';
import { importedWrite, writeInGroups } from '../records/imported';
import { dropFormer, everyItem, heads, itemWrites, MAX_ITEMS, versionWrites } from '../records/item-store';
import { lacking } from '../assets/lacking';
import { readPicture, savePicture } from '../assets/pictures';
import { surroundings } from './publish-item';
import { changeCatalog, countOf, readHead, tilesOf } from '../records/store';

/** Items of every state, by id, with their pictures. */
export async function* exportedItems(from: number): AsyncGenerator<MovedItem> {
  for await (const { id, state, content, replacedBy } of everyItem(from)) {
    const { label } = content.picture ?? {};
    const picture = label === undefined ? null : await readPicture({ itemId: id, label });
    const moved = { id, state, content, ...(picture !== null && { picture }) };
    yield { ...moved, ...(state === 'retired' && replacedBy && { replacedBy }) };
  }
}

/**
 * A part of a file's items, on the structure as it will be. The writes are many, so a failure between them leaves a part done:
 * the same part again does the rest, and one that finds nothing to do changes nothing.
 */
export async function importItems(
  inputs: readonly unknown[],
  structure: CatalogStructure,
  dryRun: boolean,
  editor: Editor,
): Promise<ImportOutcome> {
  const read = inputs.map((input) => parsed(items, input));
  const wanted = read.flatMap((each) => ('value' in each ? [each.value] : []));
  const stored = await storedOf(wanted.map(({ id }) => id));
  const changed = wanted.filter((item) => !isInForce(item, stored));
  const created = changed.filter(({ id }) => !stored.heads.has(id)).length;
  const around = surroundings(structure);
  const findings = await Promise.all(wanted.map((item) => problemsOf(item, around)));
  const outcome = {
    created,
    updated: changed.length - created,
    unchanged: wanted.length - changed.length,
    problems: [
      ...read.flatMap((each) => ('findings' in each ? each.findings : [])),
      ...doubled(wanted),
      ...findings.flat(),
      ...(stored.count + created > MAX_ITEMS
        ? [errorIn('TOO_MANY', items.key, '', { limit: MAX_ITEMS })]
        : []),
    ],
  };
  if (!dryRun && outcome.problems.length === 0 && changed.length > 0) await write(changed, stored, editor);
  return outcome;
}

interface Stored {
  readonly heads: ReadonlyMap<string, ItemHead>;
  /** The versions that the portal offers, by item. */
  readonly offered: ReadonlyMap<string, number>;
  readonly count: number;
}

async function storedOf(ids: readonly string[]): Promise<Stored> {
  const [found, head] = await Promise.all([heads.getMany(ids), readHead()]);
  const tiles = await tilesOf(head);
  return {
    heads: new Map([...found].map(([id, row]) => [id, orThrow(row)])),
    offered: new Map(tiles.map(({ id, version }) => [id, version])),
    count: countOf(head),
  };
}

/** Whether the item stands as the file says, in the editor's row and in what is published. */
function isInForce(wanted: MovedItem, stored: Stored): boolean {
  const item = stored.heads.get(wanted.id);
  if (item?.state !== wanted.state || item.digest !== digestOf(wanted.content)) return false;
  if (wanted.state === 'retired' && item.replacedBy !== wanted.replacedBy) return false;
  if (wanted.state !== 'published') return !stored.offered.has(wanted.id);
  return !item.dirty && stored.offered.get(wanted.id) === item.version;
}

async function problemsOf(item: MovedItem, around: ItemSurroundings): Promise<readonly OwnedFinding[]> {
  if (item.state !== 'published') return [];
  const { lacksPicture, listed } = await lacking(item.id, item.content);
  const isLacking = lacksPicture === true && !bringsPicture(item);
  const problems = checkItem(item.content, { ...around, lacksPicture: isLacking, ...(listed && { listed }) });
  return errorsOf(problems).map((problem) => ({ ...problem, whose: `item:${item.id}` }));
}

/** Whether the file holds the picture that the item names. */
const bringsPicture = ({ content, picture }: MovedItem): boolean =>
  picture !== undefined && content.picture?.label === digestOf(picture);

function doubled(wanted: readonly MovedItem[]): readonly OwnedFinding[] {
  const ids = wanted.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  return twice.map((id) => errorIn('DUPLICATE_ID', items.key, id, { id }));
}

async function write(changed: readonly MovedItem[], stored: Stored, editor: Editor): Promise<void> {
  for (const item of changed)
    if (bringsPicture(item)) await savePicture(item.id, item.picture ?? '', editor.now);
  const moved = changed.map((wanted) => nextItem(wanted, stored.heads.get(wanted.id), editor));
  await writeInGroups(
    moved.map(({ item, published }) => [
      ...itemWrites(item, stored.heads.get(item.id) ?? null),
      ...(published ? versionWrites(published) : []),
    ]),
  );
  const changes = changed.map(({ id, state }) =>
    difference(`item:${id}`, stored.heads.get(id)?.state, state),
  );
  await changeCatalog(async () => ({
    put: moved.flatMap(({ published }) => published ?? []),
    removed: moved.filter(({ published }) => published === null).map(({ item }) => item.id),
    writes: [importedWrite(changes, editor)],
    result: undefined,
  }));
  await dropFormer(moved.map(({ item }) => ({ item, former: stored.heads.get(item.id) ?? null })));
}

interface NextItem {
  readonly item: Item;
  /** The version to offer, `null` for what is not offered. */
  readonly published: PublishedItem | null;
}

/** A published item whose row stands already as wanted (an import that broke off) keeps its version. */
function nextItem(wanted: MovedItem, former: ItemHead | undefined, editor: Editor): NextItem {
  const at = new Date(editor.now).toISOString();
  const standing =
    former?.state === 'published' && !former.dirty && former.digest === digestOf(wanted.content);
  const version = (former?.version ?? 0) + (wanted.state === 'published' && !standing ? 1 : 0);
  const publishedAt = wanted.state === 'published' ? at : former?.publishedAt;
  const item: Item = {
    schema: 1,
    id: wanted.id,
    rev: (former?.rev ?? 0) + 1,
    state: wanted.state,
    version,
    content: wanted.content,
    dirty: wanted.state === 'draft',
    updatedAt: at,
    updatedBy: editor.accountId,
    ...(publishedAt && { publishedAt }),
    ...(wanted.state === 'retired' && wanted.replacedBy && { replacedBy: wanted.replacedBy }),
  };
  const published =
    wanted.state === 'published' ? { id: item.id, version, publishedAt: at, content: item.content } : null;
  return { item, published };
}
