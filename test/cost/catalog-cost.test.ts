/** What the catalog's calls cost with as many items as the app promises to carry: a call does not grow with the catalog. */
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  changeCatalog,
  findItem,
  itemWrites,
  keepPopular,
  publishItem,
  readTiles,
  versionWrites,
} from '../../src/catalog';
import { portalHome, searchWords } from '../../src/catalog/portal/home';
import { itemPage } from '../../src/catalog/portal/item-page';
import { saveItem } from '../../src/catalog/items/save-item';
import type { PublishedItem } from '../../src/catalog/domain/model';
import { transact } from '../../src/platform/storage/transact';
import { dropCached } from '../../src/work/cache';
import { type FakeForge, installFakeForge } from '../support/fake-forge';
import { CATEGORIES, largeCatalog, SERVICES } from './large-catalog';
import { counted } from './read-units';

const ITEMS = 2_000;
const FIELDS = 40;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const editor = { accountId: 'sergey', now: NOW };
const alice = { accountId: 'alice', groups: async () => ['group-1', 'staff'] };
const ports = {
  standing: async () => ({ roles: [], jiraAdmin: false, jira: true }),
  own: async () => ({
    open: 0,
    recentItems: [],
    assistants: [],
    ordersFor: [],
    drafts: [],
    favourites: [],
    waiting: [],
    serves: false,
    following: [],
    solved: [],
    pendingApprovals: 0,
  }),
  confluence: true,
};
const pagePorts = {
  createFields: async () => [],
  firstDay: async () => 'locale' as const,
  promiseDefinitions: async () => ({
    schema: 1 as const,
    version: 1,
    calendars: [],
    holidaySets: [],
    metrics: [],
    agreements: [],
  }),
  fieldsOf: () => new Set<string>(),
  namesOf: async () => new Map<string, string>(),
  confluence: true,
};

let forge: FakeForge;
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  forge = installFakeForge('sergey');
  const items = largeCatalog(ITEMS, FIELDS);
  for (const item of items) await transact([...itemWrites(storedOf(item), null), ...versionWrites(item)]);
  await changeCatalog(async () => ({
    structure: {
      catalogs: [{ id: 'main', name: { en: 'Main' }, managers: [], inPortal: true }],
      categories: CATEGORIES,
      services: SERVICES,
      offerings: [],
      pins: [],
      announcements: [],
    },
    put: items,
    writes: [],
    result: undefined,
  }));
  await keepPopular({ items: Object.fromEntries(items.map(({ id }, at) => [id, at])), groups: [] }, NOW);
}, 120_000);

const storedOf = ({ id, version, publishedAt, content }: PublishedItem) => ({
  schema: 1 as const,
  id,
  rev: 1,
  state: 'published' as const,
  version,
  content,
  dirty: false,
  updatedAt: publishedAt,
  updatedBy: 'sergey',
  publishedAt,
});

const home = (known?: string) => portalHome({ known }, alice, ports);
const cost = async (work: () => Promise<unknown>, cold = false) => {
  if (cold) dropCached();
  const billed = await counted(forge.kvs, work);
  if (process.env['SHOW_COST']) console.log(work.toString(), cold ? 'cold' : 'warm', billed);
  return billed;
};

describe('with 2,000 items of 40 fields', () => {
  it('the home reads few units in a process that knows nothing, and one in one that does', async () => {
    expect((await cost(() => home(), true)).units).toBeLessThanOrEqual(70);
    expect((await cost(() => home())).units).toBe(1);
    expect((await home()).catalog?.items).toHaveLength(1_840);
  });

  it('the home reads one unit for a browser that has the catalog, whatever the process knows', async () => {
    const { catalog } = await home();
    expect((await cost(() => home(catalog?.key), true)).units).toBe(1);
  });

  it('the home for somebody else reads their record beside, and no more', async () => {
    const olga = { accountId: 'olga', by: 'alice', groups: async () => ['few'] };
    const shown = () => portalHome({}, olga, ports);
    await shown();
    expect((await cost(shown)).units).toBe(1);
    const { catalog } = await shown();
    expect((await cost(() => portalHome({ known: catalog?.key }, olga, ports), true)).units).toBe(1);
  });

  it('the home’s answer fits what one call may answer', async () => {
    expect(JSON.stringify(await home()).length).toBeLessThan(2_500_000);
  });

  it('somebody who may order 300 of them is answered a home of 200 kB at most', async () => {
    const one = { accountId: 'olga', groups: async () => ['few'] };
    const answer = await portalHome({}, one, ports);
    expect(answer.catalog?.items.length).toBeGreaterThanOrEqual(295);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(200_000);
  });

  it('a search loads its words apart from the home', async () => {
    await home();
    expect((await cost(() => searchWords(alice))).units).toBeLessThanOrEqual(70);
    expect((await cost(() => searchWords(alice))).units).toBe(1);
  });

  it('an item’s page reads a handful of units, and does not care how many others there are', async () => {
    const page = () => itemPage('item-00777', alice, pagePorts);
    expect((await cost(page, true)).units).toBeLessThanOrEqual(6);
    expect((await cost(page)).units).toBe(1);
    // The categories it is in decide too: which, the head of the catalog and their body say.
    expect((await cost(() => findItem('item-00778', alice), true)).units).toBeLessThanOrEqual(4);
  });

  it('publishing one item writes its own part, in a transaction with room', async () => {
    const saved = await saveItem(
      {
        itemId: 'item-00777',
        rev: 1,
        content: { ...largeCatalog(778, FIELDS)[777]!.content, icon: 'laptop' },
      },
      editor,
    );
    const silent = async () => () => ({ gone: new Set<string>(), statusIds: null });
    dropCached();
    await readTiles();
    const billed = await cost(() => publishItem('item-00777', saved.rev, editor, silent));
    expect(billed.operations).toBeLessThanOrEqual(10);
    expect(billed.units).toBeLessThanOrEqual(15);
    expect(billed.writtenBytes).toBeLessThan(100_000);
    // A process that knew the rest reads what changed.
    expect((await cost(() => readTiles())).units).toBeLessThanOrEqual(3);
  });
});
