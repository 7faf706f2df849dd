import { groupBy } from '../../kernel/group-by';
import { utcDay } from '../../kernel/utc-day';
import type { PortalHome, SearchWords, ShownCatalog } from '../domain/call-answers';
import { announcedTo } from '../visitor/announced';
import { keyOf } from '../domain/audience/asked';
import { whoAsks } from '../domain/audience/beneficiary';
import { promisesHead, type TilePromise, tilePromises } from '../../sla';
import { EVERY_FACT, isFor, type Viewer } from '../domain/audience/entitlement';
import { answersTo } from '../visitor/answer-questions';
import { personFacts } from '../visitor/person-facts';
import type { Searched } from '../domain/searched';
import { countSearches } from '../records/searches';
import { digestOf } from '../../platform/digest';
import type { DocumentHead } from '../../platform/storage/documents';
import type { Category, Pins, Tile } from '../domain/model';
import { categoriesOf } from '../domain/tree';
import { type Popular, popularInGroups, readPopular } from './popular';
import { readReported, type Reported } from './reported';
import {
  type CatalogHead,
  countOf,
  mayBeEditor,
  readHead,
  structureOf,
  tilesOf,
  wordsOfAll,
} from '../records/store';
import { tilesVisibleTo, visibleTiles } from '../visitor/visible-items';
import type { Visitor } from '../visitor/visitor';

/** Requests under way and those that wait for this person, what was ordered last, decisions that wait, forms that were begun, favourites. */
export interface OwnHome extends Pick<
  PortalHome,
  | 'pendingApprovals'
  | 'drafts'
  | 'waiting'
  | 'favourites'
  | 'following'
  | 'solved'
  | 'serves'
  | 'assistants'
  | 'ordersFor'
> {
  readonly open: number;
  readonly recentItems: string[];
}

/** Which catalog is asked for: one by its own address, else all that the portal shows; and what the browser has of it. */
export interface HomeAsked {
  readonly known?: string | undefined;
  /** What this browser was searched for since it last asked. */
  readonly searched?: readonly Searched[];
  readonly catalog?: string | undefined;
}

/** What the home shows of a person beyond the catalog; handed in, as requests stand on the catalog and not under it. */
export interface HomePorts {
  readonly standing: () => Promise<Omit<PortalHome['me'], 'accountId' | 'edits'>>;
  readonly own: () => Promise<OwnHome>;
  readonly confluence: boolean;
}

/** More than the home shows: what is shown elsewhere leaves room, and a search ranks by all of them. */
const MAX_POPULAR = 20;
/** Of a group's own list so much must be for somebody, or it is no list. */
const FEWEST_OF_GROUP = 3;
/** Of which shape the shown catalog is: a browser that keeps another is answered anew. */
const SHOWN = 6;

/**
 * The portal's first page in one call: only what this person may order, and the own things of who looks. Of the catalog nothing when
 * the browser has it already: `known` is the key it was answered with.
 */
export async function portalHome(asked: HomeAsked, visitor: Visitor, ports: HomePorts): Promise<PortalHome> {
  const [{ catalog, configured, edits, untold }, standing, own] = await Promise.all([
    catalogFor(asked, visitor),
    ports.standing(),
    ports.own(),
    countSearches(asked.searched ?? [], Date.now()),
  ]);
  return {
    me: { accountId: whoAsks(visitor), ...standing, edits },
    ...(untold && { untold }),
    catalog,
    recent: own.recentItems,
    favourites: own.favourites,
    waiting: own.waiting,
    following: own.following,
    solved: own.solved,
    serves: own.serves,
    assistants: own.assistants,
    ordersFor: own.ordersFor,
    drafts: own.drafts,
    openRequests: own.open,
    pendingApprovals: own.pendingApprovals,
    confluence: ports.confluence,
    configured,
  };
}

/** All that somebody is shown of any catalog, in the portal or at an address of its own. */
export const catalogShownTo = async (visitor: Visitor): Promise<ShownCatalog | null> =>
  (await catalogFor({ catalog: null }, visitor)).catalog;

/** `null` for every catalog. */
type Asked = Pick<HomeAsked, 'known'> & { readonly catalog?: string | null | undefined };

async function catalogFor({ known, catalog }: Asked, visitor: Visitor) {
  const [head, popular, promises, reported] = await Promise.all([
    readHead(),
    readPopular(),
    promisesHead(),
    readReported(),
  ]);
  const configured = countOf(head) > 0;
  const needsGroups = head.groups?.length !== 0 || popular.groups.length > 0;
  const now = Date.now();
  const [groups, facts, said] = await Promise.all([
    needsGroups ? visitor.groups() : [],
    head.facts ? personFacts(visitor, EVERY_FACT) : undefined,
    answersTo(head.asked, visitor, now),
  ]);
  const viewer = {
    accountId: visitor.accountId,
    groups,
    said,
    ...(facts && { facts }),
    today: utcDay(now),
  };
  const sources = { head, popular, promises, reported };
  const key = keyFor(sources, viewer, catalog);
  const edits = mayBeEditor(head, whoAsks(visitor));
  const hangsOnGroups = groups === null && head.groups?.length !== 0;
  return {
    configured,
    edits,
    // Who looks for themselves knows their own groups and searches.
    untold: visitor.by !== undefined && (hangsOnGroups || head.asked.some((each) => !said.has(keyOf(each)))),
    catalog: key === known ? null : { key, ...(await shownTo(viewer, sources, catalog, now)) },
  };
}

/** What of the catalog is read before anything is composed: it alone tells whether a browser has it already. */
interface Sources {
  readonly head: CatalogHead;
  readonly popular: Popular;
  /** Of the definitions that promises follow from. */
  readonly promises: DocumentHead | null;
  readonly reported: Reported;
}

async function shownTo(
  viewer: Viewer,
  { head, popular, promises, reported }: Sources,
  catalog: Asked['catalog'],
  now: number,
): Promise<Omit<ShownCatalog, 'key'>> {
  const [structure, tiles, groupLists, promiseOf] = await Promise.all([
    structureOf(head),
    tilesOf(head),
    popularInGroups(popular, viewer.groups ?? []),
    tilePromises(promises, now),
  ]);
  const catalogs = structure.catalogs.filter(({ id, inPortal }) =>
    catalog === undefined ? inPortal : catalog === null || id === catalog,
  );
  const categories = structure.categories.filter(({ catalogId }) =>
    catalogs.some(({ id }) => id === catalogId),
  );
  const within = new Set(categories.map(({ id }) => id));
  const there = tiles.filter(({ categoryIds }) => categoryIds.some((id) => within.has(id)));
  const visible = tilesVisibleTo(viewer, there, structure.categories);
  const ids = new Set(visible.map(({ id }) => id));
  const toldPopular = new Set(visible.flatMap(({ id, confidential }) => (confidential ? [] : [id])));
  const shown = categoriesOf(visible, categories);
  const seen = {
    catalogs: topOf(shown),
    categories: new Set(shown.map(({ id }) => id)),
    items: ids,
  };
  const name = catalog && visible.length > 0 ? catalogs[0]?.name : undefined;
  return {
    ...(name && { name }),
    categories: shown.map(shownCategory),
    items: visible.map((tile) => cardOf(tile, tile.promised ? promiseOf(tile.promised) : null)),
    announcements: announcedTo(viewer, seen, structure.announcements, now, reported.counts),
    pinned: pinnedFor(structure.pins, viewer).filter((id) => ids.has(id)),
    ...popularFor(groupLists, popular.ids, toldPopular),
  };
}

/** The categories at the top of each catalog. */
const topOf = (categories: readonly Category[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...groupBy(categories, ({ catalogId }) => catalogId)].map(([id, own]) => [
      id,
      own.flatMap((each) => (each.parentId === undefined ? [each.id] : [])),
    ]),
  );

/** Of all pins for somebody, in their order, each once. */
const pinnedFor = (pins: readonly Pins[], viewer: Viewer): readonly string[] => [
  ...new Set(pins.filter((each) => isFor(each, viewer)).flatMap(({ items }) => items)),
];

/** What the people of somebody's smallest group with a list order most, or else what all do: of confidential items nothing. */
function popularFor(
  groupLists: readonly (readonly string[])[],
  all: readonly string[],
  told: ReadonlySet<string>,
): Pick<ShownCatalog, 'popular' | 'popularIn'> {
  const [own] = groupLists
    .map((list) => list.filter((id) => told.has(id)))
    .filter((list) => list.length >= FEWEST_OF_GROUP);
  const popular = (own ?? all.filter((id) => told.has(id))).slice(0, MAX_POPULAR);
  return { popular, popularIn: own === undefined ? 'all' : 'group' };
}

/** Names what somebody is shown of the catalog: the same key, the same answer. */
function keyFor(
  { head: { rev, groups }, popular: { at, groups: withLists }, promises, reported }: Sources,
  { accountId, groups: own, facts, said, today }: Viewer,
  catalog: Asked['catalog'],
): string {
  const deciding =
    own?.filter((group) => (groups?.includes(group) ?? true) || withLists.includes(group)).toSorted() ?? null;
  const known = facts !== undefined && [today, facts];
  return digestOf([
    SHOWN,
    rev,
    at,
    accountId,
    deciding,
    known,
    [...(said ?? [])],
    catalog ?? '',
    promises?.rev ?? 0,
    reported.at,
  ]);
}

/** What a search finds somebody's items by beside their cards: other words, their owner, the articles pinned to them. */
export async function searchWords(visitor: Visitor): Promise<SearchWords> {
  const head = await readHead();
  const [tiles, words, { categories }] = await Promise.all([
    tilesOf(head),
    wordsOfAll(head),
    structureOf(head),
  ]);
  const visible = await visibleTiles(tiles, categories, visitor);
  return visible.map(({ id, owner, pages }) => ({
    id,
    words: words.get(id) ?? '',
    owner,
    pages: [...pages],
  }));
}

const shownCategory = ({ rev: _rev, entitlement: _criteria, ...category }: Category) => category;

const cardOf = (
  { id, name, summary, categoryIds, icon, keywords, catchAll, price }: Tile,
  promise: TilePromise | null,
) => ({
  id,
  name,
  summary,
  categoryIds,
  icon,
  keywords,
  ...(catchAll !== undefined && { catchAll }),
  ...(price && { price }),
  ...(promise && { promise }),
});
