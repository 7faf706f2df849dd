/**
 * Where what is published is found: a small row that names immutable bodies. It is read first, and alone says what is
 * current; whatever it names is kept by warm processes.
 */
import * as v from 'valibot';
import { senseless } from '../../kernel/senseless';
import { removeAll } from '../../platform/storage/batch';
import { bodyWrite, corruptBody, parseBody, readBodyAt } from '../../platform/storage/packed';
import { documentStore } from '../../platform/storage/documents';
import { transact, type Write } from '../../platform/storage/transact';
import { digestOf } from '../../platform/digest';
import { cached } from '../../work/cache';
import { CONFLICT, untilWritten } from '../../work/update';
import { MOST_ASKED, type Question, questionSchema, questionsOf } from '../domain/audience/asked';
import { dependsOnFacts } from '../domain/audience/entitlement';
import type { CatalogStructure, Entitlement, PublishedItem, Tile } from '../domain/model';
import { structureSchema, tileSchema } from '../domain/schema';
import { type Indexed, type Part, partsOf, type Shard, shardOf } from '../domain/shards';
import { searchedWords, tileOf } from '../domain/item/tile';

/** What is published, as far as one small row tells. */
export interface CatalogHead {
  readonly schema: 1;
  readonly id: 'catalog';
  /** The version of everything published: it grows with every change. 0 before the first. */
  readonly rev: number;
  /** Names the body of the structure; empty while there is none. */
  readonly structure: string;
  readonly shards: readonly Shard[];
  /** Groups that decide who sees what; `null` when they are too many to name, and any may. */
  readonly groups: readonly string[] | null;
  /** Whether days, or what People and profiles say, decide as well. */
  readonly facts: boolean;
  /** What must be asked about whoever looks. */
  readonly asked: readonly Question[];
  /** Who owns or manages something, by short digests; `null` when they are too many to name, and anybody may. */
  readonly editors: readonly string[] | null;
}

const ID = 'catalog';
const EMPTY: CatalogHead = {
  schema: 1,
  id: ID,
  rev: 0,
  structure: '',
  shards: [],
  groups: [],
  facts: false,
  asked: [],
  editors: [],
};
export const NO_STRUCTURE: CatalogStructure = {
  catalogs: [],
  categories: [],
  services: [],
  offerings: [],
  pins: [],
  announcements: [],
};

const headSchema: v.GenericSchema<unknown, CatalogHead> = v.object({
  schema: v.literal(1),
  id: v.literal(ID),
  rev: v.number(),
  structure: v.string(),
  shards: v.array(v.object({ from: v.string(), label: v.string(), items: v.number() })),
  groups: v.nullable(v.array(v.string())),
  facts: v.boolean(),
  asked: v.array(questionSchema),
  editors: v.nullable(v.array(v.string())),
});

const catalogRow = documentStore<CatalogHead>(headSchema);

/** What is current; an empty catalog before the first change. One small strong read. */
export const readHead = async (): Promise<CatalogHead> => (await catalogRow.get(ID)) ?? EMPTY;

const structureBody = v.object({ label: v.string(), structure: structureSchema });
const tilesBody = v.object({ label: v.string(), tiles: v.array(tileSchema) });
const wordsBody = v.object({ label: v.string(), words: v.array(v.tuple([v.string(), v.string()])) });

const structureKey = (label: string): string => `catalog:structure:${label}`;
const tilesKey = (label: string): string => `catalog:tiles:${label}`;
const wordsKey = (label: string): string => `catalog:words:${label}`;
export const BODY_PREFIXES = [structureKey(''), tilesKey(''), wordsKey('')];

/** A body the head names: kept by the process, and never missing. */
async function named<T extends { readonly label: string }>(
  key: string,
  label: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const value = await cached(key, label, async () => {
    const body = await readBodyAt(key);
    return body === null ? null : { value: await parseBody(key, body, schema), size: body.text.length };
  });
  if (value?.label !== label) throw await corruptBody(key);
  return value;
}

/** Catalogs, categories, services, offerings, pins and announcements. */
export async function structureOf({ structure: label }: CatalogHead): Promise<CatalogStructure> {
  if (label === '') return NO_STRUCTURE;
  return (await named(structureKey(label), label, structureBody)).structure;
}

/** The same as they are now, where nothing else is read of the catalog. */
export const readStructure = async (): Promise<CatalogStructure> => structureOf(await readHead());

/** Every published item, by id. Cold, the whole index is read. */
export async function tilesOf(head: Pick<CatalogHead, 'shards'>): Promise<readonly Tile[]> {
  const bodies = await Promise.all(head.shards.map(({ label }) => named(tilesKey(label), label, tilesBody)));
  return bodies.flatMap(({ tiles }) => tiles);
}

/** What items are found by beside their tiles, by id. */
export async function wordsOfAll(head: Pick<CatalogHead, 'shards'>): Promise<ReadonlyMap<string, string>> {
  const bodies = await Promise.all(head.shards.map(({ label }) => named(wordsKey(label), label, wordsBody)));
  return new Map(bodies.flatMap(({ words }) => words));
}

/** How many items are published. */
export const countOf = ({ shards }: Pick<CatalogHead, 'shards'>): number =>
  shards.reduce((sum, { items }) => sum + items, 0);

/** The catalog a change begins with. */
export interface Catalog extends CatalogStructure {
  readonly tiles: () => Promise<readonly Tile[]>;
}

/** What a change makes of the catalog, and what must be written with it or not at all. */
export interface CatalogChange<T> {
  /** As it was when left out. */
  readonly structure?: CatalogStructure;
  readonly put?: readonly PublishedItem[];
  /** Ids of items that are not offered any more. */
  readonly removed?: readonly string[];
  /** Who owns something now that is not published. */
  readonly owners?: readonly string[];
  readonly writes: readonly Write[];
  readonly result: T;
}

/**
 * Changes what is published: the bodies that differ are written first, then one transaction moves the head on with
 * `writes`. `change` is asked again with the newest state when somebody else published in between, so that two people
 * publishing two items at once both succeed.
 * @throws AppFailure STORAGE_BUSY when that goes on, BAD_REQUEST where everything published would ask too much about whoever
 * looks, and whatever `change` throws.
 */
export const changeCatalog = <T>(change: (current: Catalog) => Promise<CatalogChange<T>>): Promise<T> =>
  untilWritten(async () => {
    const head = await readHead();
    const {
      structure,
      put = [],
      removed = [],
      owners = [],
      writes,
      result,
    } = await change({
      ...(await structureOf(head)),
      tiles: () => tilesOf(head),
    });
    const next = { ...head, rev: head.rev + 1 };
    const parts = await partsAfter(head, put, new Set(removed));
    const criteria = [
      ...put.map(({ content }) => content.entitlement),
      ...(structure ? withCriteria(structure).flatMap((each) => each.entitlement ?? []) : []),
    ];
    const asked = await askedAfter(head, { structure, put, removed }, criteria);
    const bodies = bodiesOf(next.rev, parts, structure);
    await writeAll(bodies.writes);
    const moved: CatalogHead = {
      ...next,
      structure: bodies.structure ?? head.structure,
      shards: bodies.shards,
      groups: groupsOf(head.groups, criteria),
      facts: head.facts || criteria.some(dependsOnFacts),
      asked,
      editors: editorsOf(head.editors, [...owners, ...put.map(({ content }) => content.owner)], structure),
    };
    const expect = head.rev === 0 ? 'absent' : ({ rev: head.rev } as const);
    if ((await transact([catalogRow.write(ID, moved, expect), ...writes])) === 'done') return result;
    await removeAll(bodies.writes.map(({ key }) => key));
    return CONFLICT;
  });

/** Members of the structure that are for some people. */
export const withCriteria = ({ categories, pins, announcements }: CatalogStructure) => [
  ...categories,
  ...pins,
  ...announcements,
];

/** Every shard as it stands after a change: kept, or written anew. */
async function partsAfter(
  { shards }: CatalogHead,
  put: readonly PublishedItem[],
  removed: ReadonlySet<string>,
): Promise<readonly (Shard | Part)[]> {
  const rows = put.map((item): Indexed => ({ tile: tileOf(item), words: searchedWords(item.content) }));
  if (shards.length === 0) return partsOf('', [], rows, removed);
  const touched = new Set([...put.map(({ id }) => id), ...removed].map((id) => shardOf(shards, id)));
  const parts = await Promise.all(
    shards.map(async (shard, at) => {
      if (!touched.has(at)) return [shard];
      const own = rows.filter(({ tile }) => shardOf(shards, tile.id) === at);
      return partsOf(shard.from, await rowsOf(shard), own, removed);
    }),
  );
  return parts.flat();
}

async function rowsOf(shard: Shard): Promise<readonly Indexed[]> {
  const [tiles, words] = await Promise.all([tilesOf({ shards: [shard] }), wordsOfAll({ shards: [shard] })]);
  return tiles.map((tile) => ({ tile, words: words.get(tile.id) ?? '' }));
}

/** The bodies a change writes. Their labels are this attempt's own: whoever loses a race overwrites nothing. */
function bodiesOf(rev: number, parts: readonly (Shard | Part)[], structure: CatalogStructure | undefined) {
  const attempt = `${rev}-${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 8)}`;
  const writes: Write[] = [];
  const shards = parts.map((part, at): Shard => {
    if (!('rows' in part)) return part;
    const label = `${attempt}-${at}`;
    const tiles = part.rows.map(({ tile }) => tile);
    const words = part.rows.map((row) => [row.tile.id, row.words]);
    writes.push(bodyWrite(tilesKey(label), { label, tiles }), bodyWrite(wordsKey(label), { label, words }));
    return { from: part.from, label, items: part.rows.length };
  });
  if (structure === undefined) return { writes, shards };
  const { categories, ...others } = structure;
  const sorted = categories.toSorted((a, b) => a.order - b.order);
  writes.push(
    bodyWrite(structureKey(attempt), {
      label: attempt,
      structure: { ...others, categories: sorted },
    }),
  );
  return { writes, shards, structure: attempt };
}

const MOST_WRITES = 20;

async function writeAll(writes: readonly Write[]): Promise<void> {
  for (let start = 0; start < writes.length; start += MOST_WRITES)
    await transact(writes.slice(start, start + MOST_WRITES));
}

/** What everything published asks once a change is made. All tiles are read only where something is asked at all. */
async function askedAfter(
  head: CatalogHead,
  { structure, put = [], removed = [] }: Pick<CatalogChange<unknown>, 'structure' | 'put' | 'removed'>,
  changed: readonly Entitlement[],
): Promise<readonly Question[]> {
  if (head.asked.length === 0 && questionsOf(changed).length === 0) return [];
  const [own, tiles] = await Promise.all([structure ?? structureOf(head), tilesOf(head)]);
  const gone = new Set([...removed, ...put.map(({ id }) => id)]);
  const staying = tiles.filter(({ id }) => !gone.has(id));
  const asked = questionsOf(
    [...withCriteria(own), ...staying, ...put.map(({ content }) => content)].map(
      ({ entitlement }) => entitlement,
    ),
  );
  if (asked.length > MOST_ASKED) throw senseless('asksTooMuch');
  return asked;
}

const MOST_GROUPS = 60;

/** One that decides nothing any more may stay: it tells people apart who see the same, and no more. */
function groupsOf(known: readonly string[] | null, lists: readonly Entitlement[]): readonly string[] | null {
  if (known === null) return null;
  const named = lists.flatMap(({ availableFor, notAvailableFor }) => [
    ...availableFor.groups,
    ...notAvailableFor.groups,
  ]);
  const groups = [...new Set([...known, ...named])];
  return groups.length > MOST_GROUPS ? null : groups;
}

/** Of so many one row has room. */
const MOST_EDITORS = 400;

const editorDigest = (accountId: string): string => digestOf(accountId).slice(0, 10);

/** One who edits nothing any more may stay: they are offered the settings, which say so. */
function editorsOf(
  known: readonly string[] | null,
  owners: readonly string[],
  structure: CatalogStructure | undefined,
): readonly string[] | null {
  if (known === null) return null;
  const { catalogs = [], services = [] } = structure ?? {};
  const people = [
    ...owners,
    ...catalogs.flatMap(({ managers }) => managers),
    ...services.map(({ owner }) => owner),
  ];
  const editors = [...new Set([...known, ...people.filter(Boolean).map(editorDigest)])];
  return editors.length > MOST_EDITORS ? null : editors;
}

/** Whether somebody may have something to edit: what the head alone tells. */
export const mayBeEditor = ({ editors }: CatalogHead, accountId: string): boolean =>
  editors === null || editors.includes(editorDigest(accountId));

/** From now on the owner of an item that nobody has published is offered the settings. */
export async function rememberOwner(owner: string): Promise<void> {
  if (owner === '' || mayBeEditor(await readHead(), owner)) return;
  await changeCatalog(async () => ({ owners: [owner], writes: [], result: undefined }));
}
