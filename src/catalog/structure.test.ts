/** Catalogs, categories, services and offerings, and what they decide of the items in them. */
import { installFakeForge } from '../../test/support/fake-forge';
import { category, content, published, service } from '../../test/support/samples';
import { dropCached } from '../work/cache';
import type { Entitlement, ItemContent } from './domain/model';
import {
  announcements,
  catalogs,
  categories,
  offerings,
  pins,
  services,
  type StructureMember,
  type StructureSection,
} from './domain/sections';
import { portalHome, searchWords } from './portal/home';
import { knownProblems, refuseUnknownProblem } from './portal/known-problems';
import { findItem, maySee, namesUsing, publishItem, readItem, readStructure, tilesFor } from './index';
import { keepPopular } from './portal/popular';
import { toldSearches } from './portal/told-searches';
import { keepReported } from './portal/reported';
import { saveItem } from './items/save-item';
import { deleteMember, saveMember } from './structure';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const text = (en: string) => ({ en });
const save = (section: StructureSection<StructureMember>, value: object, rev = 0) =>
  saveMember(section, value, rev, editor);
const remove = (section: StructureSection<StructureMember>, id: string, agreements: readonly string[] = []) =>
  deleteMember(section, { id, rev: 1 }, editor, agreements.map(text));
const refused = (...codes: readonly string[]) => ({
  code: 'INVALID_DEFINITION',
  fields: codes.map((code) => expect.objectContaining({ code }) as unknown),
});

async function offer(id: string, over: Partial<ItemContent> = {}): Promise<void> {
  const { rev } = await saveItem(
    { itemId: id, rev: (await readItem(id))?.rev ?? 0, content: content({ serviceId: 'desk', ...over }) },
    editor,
  );
  await publishItem(id, rev, editor, async () => () => ({ gone: new Set(), statusIds: null }));
}

beforeEach(async () => {
  dropCached();
  installFakeForge('sergey');
  await save(catalogs, { id: 'it', name: text('IT'), managers: [] });
  await save(services, service('desk'));
  await save(categories, category('hardware'));
});

describe('categories', () => {
  it('have three levels', async () => {
    await save(categories, category('phones', { parentId: 'hardware' }));
    await save(categories, category('mobile', { parentId: 'phones' }));
    await expect(save(categories, category('old', { parentId: 'mobile' }))).rejects.toMatchObject(
      refused('tooDeep'),
    );
    await save(categories, category('top'));
    await expect(save(categories, category('hardware', { parentId: 'top' }), 1)).rejects.toMatchObject(
      refused('tooDeep'),
    );
  });

  it('are kept while something is in them, which is named', async () => {
    await save(categories, category('phones', { parentId: 'hardware' }));
    await offer('laptop');
    await expect(remove(categories, 'hardware')).rejects.toMatchObject({
      fields: [
        { code: 'categoryInUse', params: { name: { text: text('phones') } } },
        { code: 'categoryInUse', params: { name: { text: content().name } } },
      ],
    });
    await remove(categories, 'phones');
    expect((await readStructure()).categories.map(({ id }) => id)).toEqual(['hardware']);
  });
});

it('a catalog is kept while it has categories', async () => {
  await expect(remove(catalogs, 'it')).rejects.toMatchObject(refused('catalogInUse'));
  await remove(categories, 'hardware');
  await remove(catalogs, 'it');
  expect(await readStructure()).toMatchObject({ catalogs: [], categories: [] });
});

describe('a service', () => {
  it('is kept and stays offered while published items are of it', async () => {
    await offer('laptop');
    await expect(save(services, service('desk', { status: 'retired' }), 1)).rejects.toMatchObject(
      refused('serviceInUse'),
    );
    await expect(remove(services, 'desk', ['Desk support'])).rejects.toMatchObject(
      refused('serviceInUse', 'serviceInUse'),
    );
  });

  it('that is retired is no service of a new item', async () => {
    await save(services, service('desk', { status: 'retired' }), 1);
    await expect(offer('laptop')).rejects.toMatchObject(refused('retiredService'));
  });
});

it('an offering is of a service that is there, and its agreement is in use', async () => {
  const offering = {
    id: 'berlin',
    name: text('Berlin'),
    serviceId: 'desk',
    consumers: { groups: ['berlin'], users: [] },
    agreementId: 'gold',
  };
  await expect(save(offerings, { ...offering, serviceId: 'none' })).rejects.toMatchObject(
    refused('unknownService'),
  );
  await save(offerings, offering);
  expect(await namesUsing('agreement', 'gold')).toEqual([text('Berlin')]);
  await expect(remove(services, 'desk')).rejects.toMatchObject(refused('serviceInUse'));
});

describe('who may order', () => {
  const lists = (available: readonly string[], not: readonly string[] = []): Entitlement => ({
    availableFor: { groups: available, users: [] },
    notAvailableFor: { groups: not, users: [] },
  });
  const visitor = (groups: readonly string[] | null) => ({ accountId: 'alice', groups: async () => groups });
  const ports = (groups: readonly string[] | null) => ({
    standing: async () => ({ roles: [], jiraAdmin: false, jira: true }),
    own: async () => ({
      open: 0,
      recentItems: [],
      assistants: [],
      ordersFor: [],
      pendingApprovals: 0,
      drafts: [],
      favourites: [],
      waiting: [],
      serves: false,
      following: [],
      solved: [],
    }),
    confluence: true,
    groups,
  });

  /** Whether somebody of these groups gets the item at every door; the doors agree. */
  async function gets(groups: readonly string[] | null): Promise<boolean> {
    const who = visitor(groups);
    const item = await findItem('laptop', visitor(['staff', 'berlin', 'it'])).catch(() => null);
    const home = await portalHome({}, who, ports(groups));
    const doors = [
      home.catalog?.items.length === 1,
      (await searchWords(who)).length === 1,
      (await tilesFor(who)).visible.size === 1,
      await findItem('laptop', who).then(
        () => true,
        () => false,
      ),
      ...(item === null ? [] : [await maySee(item, who)]),
    ];
    expect(new Set(doors).size).toBe(1);
    return doors[0] ?? false;
  }

  async function within(top: Entitlement | undefined, below: Entitlement | undefined, own = lists([])) {
    await save(categories, category('top', top && { entitlement: top }));
    await save(categories, category('below', { parentId: 'top', ...(below && { entitlement: below }) }));
    await offer('laptop', { categoryIds: ['below'], entitlement: own });
  }

  it.each([
    ['nothing is said', undefined, undefined, lists([]), null, true],
    ['the category lets them in', undefined, lists(['staff']), lists([]), ['staff'], true],
    ['the category does not', undefined, lists(['staff']), lists([]), ['guests'], false],
    ['the one above does not', lists(['staff']), undefined, lists([]), ['guests'], false],
    ['only one of two does', lists(['staff']), lists(['berlin']), lists([]), ['staff'], false],
    ['both do', lists(['staff']), lists(['berlin']), lists([]), ['staff', 'berlin'], true],
    ['the item does not', lists(['staff']), undefined, lists(['it']), ['staff'], false],
    [
      'the one above shuts them out',
      lists([], ['guests']),
      lists(['staff']),
      lists(['staff']),
      ['staff', 'guests'],
      false,
    ],
    ['groups are not known', undefined, lists(['staff']), lists([]), null, false],
    ['groups are not known, and some are shut out', lists([], ['guests']), undefined, lists([]), null, false],
  ] as const)('when %s', async (_, top, below, own, groups, expected) => {
    await within(top, below, own);
    expect(await gets(groups)).toBe(expected);
  });

  it('an item in two categories is for those of either, but for nobody whom one of them shuts out', async () => {
    await save(categories, category('berlin', { entitlement: lists(['berlin']) }));
    await save(categories, category('staff', { entitlement: lists(['staff'], ['guests']) }));
    await offer('laptop', { categoryIds: ['berlin', 'staff'] });
    expect(await gets(['berlin'])).toBe(true);
    expect(await gets(['staff'])).toBe(true);
    expect(await gets(['berlin', 'guests'])).toBe(false);
    expect(await gets(['it'])).toBe(false);
  });

  it('follows the category at once, for a browser that has the catalog already too', async () => {
    await offer('laptop');
    const { catalog } = await portalHome({}, visitor(['guests']), ports([]));
    await save(categories, category('hardware', { entitlement: lists(['staff']) }), 1);
    const known = catalog?.key ?? '';
    expect((await portalHome({ known }, visitor(['guests']), ports([]))).catalog?.items).toEqual([]);
  });

  it('is nothing that the portal is told of a category', async () => {
    await save(categories, category('hardware', { entitlement: lists(['staff']) }), 1);
    await offer('laptop');
    const { catalog } = await portalHome({}, visitor(['staff']), ports([]));
    expect(catalog?.categories).toEqual([category('hardware')]);
  });

  it('pins come first to those they are for, in their order, and are nothing that somebody may not order', async () => {
    await offer('laptop');
    await offer('desk');
    await offer('secret', { entitlement: lists(['berlin']) });
    await save(pins, { id: 'all', name: text('All'), items: ['secret', 'desk', 'gone'] });
    await save(pins, {
      id: 'staff',
      name: text('Staff'),
      items: ['laptop', 'desk'],
      entitlement: lists(['staff']),
    });
    const pinned = async (groups: readonly string[]) =>
      (await portalHome({}, visitor(groups), ports(groups))).catalog?.pinned;
    expect(await pinned(['staff'])).toEqual(['desk', 'laptop']);
    expect(await pinned([])).toEqual(['desk']);
    expect(await pinned(['berlin'])).toEqual(['secret', 'desk']);
  });

  it('announcements are told from one time to another, to those they are for, about what these see', async () => {
    await offer('laptop');
    await offer('secret', { entitlement: lists(['berlin']) });
    const told = (id: string, over: object) =>
      save(announcements, {
        id,
        kind: 'information',
        name: text(id),
        text: text('…'),
        zone: 'Europe/Berlin',
        ...over,
      });
    await told('all', { from: '2026-03-02T08:00', to: '2026-03-02T18:00' });
    await told('laptops', { kind: 'knownIssue', issueKey: 'IT-7', items: ['laptop', 'secret'] });
    await told('secrets', { items: ['secret'] });
    await told('staff', { categories: ['hardware'], entitlement: lists(['staff']) });
    await told('over', { to: '2026-03-02T10:59' });
    await told('later', { from: '2026-03-20T08:00' });
    jest.spyOn(Date, 'now').mockReturnValue(editor.now);
    const seen = async (own: readonly string[]) =>
      (await portalHome({}, visitor(own), ports(own))).catalog?.announcements ?? [];
    expect(await seen([])).toMatchObject([
      {
        id: 'all',
        everywhere: true,
        from: Date.parse('2026-03-02T07:00:00Z'),
        to: Date.parse('2026-03-02T17:00:00Z'),
      },
      { id: 'laptops', everywhere: false, itemIds: ['laptop'], issueKey: 'IT-7' },
    ]);
    expect((await seen(['staff'])).map(({ id }) => id)).toEqual(['all', 'laptops', 'staff']);
    expect((await seen(['berlin'])).map(({ id }) => id)).toEqual(['all', 'laptops', 'secrets']);
    // Followed is only what somebody is told of, and what is worked on.
    await told('secretly', { kind: 'knownIssue', issueKey: 'IT-8', items: ['secret'] });
    await refuseUnknownProblem('laptops', visitor([]));
    await refuseUnknownProblem('secretly', visitor(['berlin']));
    for (const id of ['secretly', 'all', 'none'])
      await expect(refuseUnknownProblem(id, visitor([]))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // What a catalog tells is told at what is in it, and nowhere else.
    await save(catalogs, { id: 'hr', name: text('HR'), managers: [], inPortal: false });
    await save(categories, category('leave', { catalogId: 'hr' }));
    await offer('holiday', { categoryIds: ['leave'] });
    await told('ofHr', { kind: 'knownIssue', issueKey: 'HR-7', catalogs: ['hr'] });
    await told('ofIt', { catalogs: ['it'] });
    expect(await seen([])).toContainEqual(
      expect.objectContaining({ id: 'ofIt', everywhere: false, categoryIds: ['hardware'] }),
    );
    expect((await seen([])).map(({ id }) => id)).not.toContain('ofHr');
    const own = await portalHome({ catalog: 'hr' }, visitor([]), ports([]));
    expect(own.catalog?.announcements.map(({ id }) => id)).toEqual(['all', 'ofHr']);
    // A catalog at an address of its own is followed all the same.
    await refuseUnknownProblem('ofHr', visitor([]));
    const odd = async () => told('odd', { from: '2026-03-02T08:00', to: '2026-03-01T08:00' });
    await expect(odd()).rejects.toMatchObject(refused('ENDS_BEFORE_IT_BEGINS'));
    await expect(remove(categories, 'hardware')).rejects.toMatchObject({ code: 'INVALID_DEFINITION' });
    jest.restoreAllMocks();
  });

  it('known problems say how many have them at least, from five on, and a browser asks anew only when that changes', async () => {
    await offer('laptop');
    const problem = (id: string, over: object) => ({
      ...{ id, kind: 'knownIssue', name: text(id), text: text('…'), zone: 'Europe/Berlin', issueKey: 'IT-7' },
      ...over,
    });
    await save(announcements, problem('mail', {}));
    await save(announcements, problem('staff', { entitlement: lists(['staff']) }));
    const shown = async (known?: string) =>
      (await portalHome({ ...(known && { known }) }, visitor([]), ports([]))).catalog;
    const told = async () => (await shown())?.announcements.map(({ id, reported }) => [id, reported]);
    await keepReported({ mail: 4, staff: 90 }, editor.now);
    expect(await told()).toEqual([['mail', undefined]]);
    expect(JSON.stringify(await shown())).not.toContain('staff');
    await keepReported({ mail: 12, staff: 90 }, editor.now + 1);
    expect(await told()).toEqual([['mail', 10]]);
    const { key = '' } = (await shown()) ?? {};
    await keepReported({ mail: 13, staff: 99 }, editor.now + 2);
    expect(await shown(key)).toBeNull();
    await keepReported({ mail: 20, staff: 99 }, editor.now + 3);
    expect((await shown(key))?.announcements).toMatchObject([{ id: 'mail', reported: 20 }]);
  });

  it('known problems about a confidential item are told apart: nobody is counted of them', async () => {
    const levelled = { jiraField: 'security', source: { kind: 'constant', value: '1' } } as const;
    await offer('laptop');
    await offer('salary', { fulfilment: { ...content().fulfilment, mappings: [levelled] } });
    const problem = (id: string, items: readonly string[]) => ({
      ...{ id, kind: 'knownIssue', name: text(id), text: text('…'), zone: 'Europe/Berlin', issueKey: 'IT-7' },
      items,
    });
    await save(announcements, problem('open', ['laptop']));
    await save(announcements, problem('closed', ['laptop', 'salary']));
    expect((await knownProblems()).map(({ id, isConfidential }) => [id, isConfidential])).toEqual([
      ['closed', true],
      ['open', false],
    ]);
  });

  it('what their smallest group orders most is popular, or else what all do', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await offer(id);
    await offer('hidden', { entitlement: lists(['it']) });
    const groups = [
      { group: 'staff', size: 90, ids: ['d', 'c', 'b', 'a'] },
      { group: 'legal', size: 20, ids: ['hidden', 'c', 'a', 'b'] },
      { group: 'few', size: 5, ids: ['a'] },
    ];
    await keepPopular({ items: { a: 9, hidden: 8, d: 5, b: 4 }, groups }, editor.now);
    const home = async (own: readonly string[]) => (await portalHome({}, visitor(own), ports(own))).catalog;
    expect(await home(['staff', 'legal', 'few'])).toMatchObject({
      popular: ['c', 'a', 'b'],
      popularIn: 'group',
    });
    expect(await home(['few'])).toMatchObject({ popular: ['a', 'd'], popularIn: 'all' });
    const { key = '' } = (await home([])) ?? {};
    expect((await portalHome({ known: key }, visitor(['legal']), ports([]))).catalog?.popular).toHaveLength(
      3,
    );
  });

  it('how many went where those go that nothing fits is told from five on, and nothing where there is no such place', async () => {
    const told = async () => (await toldSearches()).otherwise;
    await offer('laptop');
    expect(await told()).toBeUndefined();
    await offer('else', { catchAll: true });
    await keepPopular({ items: { else: 4, laptop: 90 }, groups: [] }, editor.now);
    expect(await told()).toBeNull();
    await keepPopular({ items: { else: 5, laptop: 90 }, groups: [] }, editor.now + 1);
    expect(await told()).toBe(5);
  });

  it('nothing is told of confidential items: neither that they are popular', async () => {
    const level = { jiraField: 'security', source: { kind: 'constant', value: '10001' } } as const;
    await offer('laptop');
    await offer('complaint', { fulfilment: { ...published().content.fulfilment, mappings: [level] } });
    const groups = [{ group: 'staff', size: 9, ids: ['complaint', 'laptop', 'a'] }];
    await keepPopular({ items: { complaint: 50, laptop: 9 }, groups }, editor.now);
    const { catalog } = await portalHome({}, visitor(['staff']), ports(['staff']));
    expect(catalog?.items.map(({ id }) => id)).toEqual(['complaint', 'laptop']);
    expect(catalog?.popular).toEqual(['laptop']);
  });

  it('of a catalog the portal does not show is the same, at its own address alone', async () => {
    await save(catalogs, { id: 'it', name: text('IT'), managers: [], inPortal: false }, 1);
    await offer('laptop');
    const home = await portalHome({}, visitor([]), ports([]));
    expect(home.catalog).toMatchObject({ items: [], categories: [] });
    const own = await portalHome({ catalog: 'it' }, visitor([]), ports([]));
    expect(own.catalog).toMatchObject({ name: text('IT'), items: [{ id: 'laptop' }] });
    expect((await findItem('laptop', visitor([]))).id).toBe('laptop');
    const other = await portalHome({ catalog: 'none' }, visitor([]), ports([]));
    expect(other.catalog?.items).toEqual([]);
  });
});
