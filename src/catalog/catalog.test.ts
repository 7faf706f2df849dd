import { hardware, keepAround, workplace } from '../../test/support/catalog-around';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { content, field, published } from '../../test/support/samples';
import { draft } from '../../test/support/drafts';
import { peopleStore } from '../people';
import { emptyRecord } from '../people/domain/person';
import { auditEntries } from '../platform/storage/audit-entries';
import { dropCached } from '../work/cache';
import type { ItemContent } from './domain/model';
import { portalHome, searchWords } from './portal/home';
import {
  type AskJira,
  changeCatalog,
  findItem,
  itemFor,
  publishItem,
  readItem,
  readStructure,
  readTiles,
  readVersion,
  tidyCatalog,
} from './index';
import { JiraUnavailable } from '../kernel/errors';
import { namedOption } from './domain/field-types/named-option';
import { itemPage, type ItemPagePorts, itemPreview } from './portal/item-page';
import { listItems } from './items/list-items';
import { categories, services } from './domain/sections';
import { moveItems } from './items/move-items';
import { keepPopular } from './portal/popular';
import { retireItem } from './items/retire-item';
import { mayBeEditor, readHead } from './records/store';
import { saveItem } from './items/save-item';
import { deleteMember, saveMember } from './structure';
import type { Visitor } from './visitor/visitor';

/** The draft that an item is opened with, and no other. */
const opened = (kept: ReturnType<typeof draft>) => ({
  draft: { ...kept, number: 1, saved: { by: 'a-form', turn: 1 } },
  drafts: [],
});

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const visitor = (accountId: string, groups: readonly string[] = []) => ({
  accountId,
  groups: async () => groups,
});

const NO_DEFINITIONS = {
  schema: 1 as const,
  version: 1,
  calendars: [],
  holidaySets: [],
  metrics: [],
  agreements: [],
};

let forge: FakeForge;
beforeEach(async () => {
  forge = installFakeForge('sergey');
  await keepAround(editor);
});

/** A Jira that says nothing against anything. */
const silent: AskJira = async () => () => ({ gone: new Set(), statusIds: null });

const save = (id: string, over: Partial<ItemContent> = {}, rev = 0) =>
  saveItem({ itemId: id, rev, content: content(over) }, editor);
const offer = async (id: string, over: Partial<ItemContent> = {}) => {
  const saved = await save(id, over, (await readItem(id))?.rev ?? 0);
  return publishItem(id, saved.rev, editor, silent);
};

describe('editing', () => {
  it('keeps a draft to its editors', async () => {
    const item = await save('laptop');
    expect(item).toMatchObject({ rev: 1, state: 'draft', version: 0, dirty: true });
    await expect(findItem('laptop', visitor('alice'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses to write over what somebody else saved', async () => {
    await save('laptop');
    await expect(save('laptop', {}, 0)).rejects.toMatchObject({ code: 'CONFLICT' });
    await save('laptop', {}, 1);
    await expect(save('laptop', {}, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('writes what changed into the audit, with the change or not at all', async () => {
    await save('laptop');
    await save('laptop', { owner: 'maria' }, 1);
    await expect(save('laptop', { owner: 'felix' }, 1)).rejects.toThrow();
    const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['item:laptop'] });
    expect(docs.map(({ action }) => action).toSorted()).toEqual([
      'catalog.item.created',
      'catalog.item.saved',
    ]);
    expect(docs.find(({ action }) => action.endsWith('saved'))?.changes).toEqual([
      { path: 'owner', before: 'sergey', after: 'maria' },
    ]);
  });

  it('tells of saves by themselves the first after somebody else’s, and what is published whole', async () => {
    const typed = (rev: number, en: string, accountId = 'sergey') =>
      saveItem(
        { itemId: 'laptop', rev, content: content({ name: { en } }), byItself: true },
        { ...editor, accountId },
      );
    await typed(0, 'L');
    await typed(1, 'La');
    await typed(2, 'Lap', 'maria');
    await typed(3, 'Lapt', 'maria');
    await publishItem('laptop', 4, editor, silent);
    await typed(5, 'Laptop');
    const { docs } = await auditEntries.query({ index: 'by-subject', partition: ['item:laptop'] });
    const told = docs.map(({ action, by }) => `${action} ${by}`).toSorted();
    expect(told).toEqual([
      'catalog.item.created sergey',
      'catalog.item.published sergey',
      'catalog.item.saved maria',
      'catalog.item.saved sergey',
    ]);
  });
});

describe('publishing', () => {
  it('freezes a version and leaves the old one as it was', async () => {
    await offer('laptop');
    await offer('laptop', { owner: 'maria' });
    expect((await findItem('laptop', visitor('alice'))).version).toBe(2);
    expect((await readVersion('laptop', 1))?.content.owner).toBe('sergey');
    expect(await readItem('laptop')).toMatchObject({ version: 2, dirty: false, state: 'published' });
  });

  it('says what must be mended first', async () => {
    await save('laptop', { owner: '' });
    await expect(publishItem('laptop', 1, editor, silent)).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
      fields: [expect.objectContaining({ at: 'owner', code: 'noOwner' })],
    });
    expect(await readTiles()).toEqual([]);
  });

  const approval = {
    approvers: ['maria', 'felix'],
    rule: 'any',
    waitingStatusId: '2',
    approvedToStatusId: '1',
    declinedToStatusId: '5',
  } as const;
  const jira =
    (gone: readonly string[], statusIds: readonly string[] | null = null): AskJira =>
    async () =>
    () => ({ gone: new Set(gone), statusIds: statusIds && new Set(statusIds) });

  it.each([
    ['an approver who left', {}, jira(['maria']), 'approvals.0', 'approverGone'],
    [
      'a status the workflow does not have',
      {},
      jira([], ['1', '2']),
      'approvals.0.declinedToStatusId',
      'statusNotInWorkflow',
    ],
    [
      'no status to wait in',
      { waitingStatusId: undefined },
      silent,
      'approvals.0.waitingStatusId',
      'noWaitingStatus',
    ],
  ] as const)('refuses an approval with %s', async (_what, over, asked, field, code) => {
    await save('laptop', { approvals: [{ ...approval, ...over }] });
    await expect(publishItem('laptop', 1, editor, asked)).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
      fields: [expect.objectContaining({ at: field, code })],
    });
  });

  it('is not stopped by what Jira can’t say, nor by an owner who left', async () => {
    await save('laptop', { approvals: [approval] });
    expect((await publishItem('laptop', 1, editor, jira(['sergey']))).state).toBe('published');
  });

  it('lets two people publish two items at the same moment', async () => {
    const ids = ['a', 'b', 'c'];
    for (const id of ids) await save(id);
    await Promise.all(ids.map((id) => publishItem(id, 1, editor, silent)));
    expect((await readTiles()).map(({ id }) => id)).toEqual(ids);
  });

  it('refuses one of two who publish the same item', async () => {
    await save('laptop');
    const both = await Promise.allSettled([
      publishItem('laptop', 1, editor, silent),
      publishItem('laptop', 1, editor, silent),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps a catalog of many parts readable, and removes what no head names after an hour', async () => {
    const many = Array.from({ length: 230 }, (_, n) => ({ ...published(), id: `i${n}` }));
    await changeCatalog(async () => ({ put: many, writes: [], result: undefined }));
    await offer('i7');
    expect(await readTiles()).toHaveLength(230);
    const bodies = () =>
      [...forge.kvs.rows.keys()].filter((key) => key.startsWith('\0catalog:tiles:')).length;
    const before = bodies();
    expect(await tidyCatalog(Date.now() + 50 * 60_000)).toEqual({ removed: 0 });
    await tidyCatalog(Date.now() + 70 * 60_000);
    expect(bodies()).toBeLessThan(before);
    dropCached();
    expect(await readTiles()).toHaveLength(230);
  });

  it('never takes a part that is missing or damaged for an empty catalog', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await offer('laptop');
    const key = [...forge.kvs.rows.keys()].find((each) => each.startsWith('\0catalog:tiles:')) ?? '';
    const body = forge.kvs.rows.get(key);
    for (const spoilt of [undefined, { packed: 'AAAA' }, 'text']) {
      dropCached();
      if (spoilt === undefined) forge.kvs.rows.delete(key);
      else forge.kvs.rows.set(key, spoilt);
      await expect(readTiles()).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
    }
    forge.kvs.rows.set(key, body);
    forge.kvs.refusedKeys.add(key.slice(1));
    await expect(readTiles()).rejects.toMatchObject({ code: 'STORAGE_BUSY' });
    forge.kvs.refusedKeys.clear();
    expect(await readTiles()).toHaveLength(1);
  });
});

describe('retiring', () => {
  it('answers old links with what to use instead, to those who could see the item', async () => {
    const limited = {
      availableFor: { groups: ['staff'], users: [] },
      notAvailableFor: { groups: [], users: [] },
    };
    const item = await offer('laptop', { entitlement: limited });
    const tablet = await offer('tablet', { entitlement: limited });
    await retireItem({ itemId: 'laptop', rev: item.rev, replacedBy: 'tablet' }, editor);
    const alice = visitor('alice', ['staff']);
    const replacement = (replacedBy: string) => ({ code: 'ITEM_RETIRED', params: { replacedBy } });
    await expect(findItem('laptop', alice)).rejects.toMatchObject(replacement('tablet'));
    await expect(findItem('laptop', visitor('olga'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await itemFor('laptop', 1))?.version).toBe(1);
    // What was retired since leads on itself.
    await offer('phone', { entitlement: limited });
    await retireItem({ itemId: 'tablet', rev: tablet.rev, replacedBy: 'phone' }, editor);
    await expect(findItem('laptop', alice)).rejects.toMatchObject(replacement('phone'));
  });

  it('names in its place nothing that is not for who asks', async () => {
    const item = await offer('old-laptop');
    await offer('board-laptop', {
      entitlement: {
        availableFor: { groups: ['board'], users: [] },
        notAvailableFor: { groups: [], users: [] },
      },
    });
    await retireItem({ itemId: 'old-laptop', rev: item.rev, replacedBy: 'board-laptop' }, editor);
    await expect(findItem('old-laptop', visitor('alice'))).rejects.toMatchObject({
      code: 'ITEM_RETIRED',
      params: { replacedBy: '' },
    });
  });

  it('is not by itself', async () => {
    const item = await offer('laptop');
    await expect(
      retireItem({ itemId: 'laptop', rev: item.rev, replacedBy: 'laptop' }, editor),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('the structure', () => {
  it('keeps a category while published items are in it', async () => {
    await offer('laptop');
    await expect(deleteMember(categories, { id: 'hardware', rev: 1 }, editor, [])).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
      fields: [expect.objectContaining({ code: 'categoryInUse' })],
    });
  });

  it('changes a service only from the revision that was read', async () => {
    await expect(saveMember(services, workplace, 0, editor)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await saveMember(services, { ...workplace, department: 'HR' }, 1, editor)).toBe(2);
    expect((await readStructure()).services[0]?.department).toBe('HR');
  });

  it('lists items of every state with how many errors stop them', async () => {
    await offer('a');
    await save('b', { owner: '' });
    const { items } = await listItems(await standing());
    expect(items.map(({ id, state, problems }) => [id, state, problems])).toEqual([
      ['b', 'draft', 1],
      ['a', 'published', 0],
    ]);
  });
});

const standing = async () => ({
  who: { accountId: 'sergey', all: true },
  reads: true,
  head: await readHead(),
  structure: await readStructure(),
  managed: new Set(['it']),
  ownServices: [],
});

describe('the list of items', () => {
  it('comes in pages, and to an owner from what is theirs alone', async () => {
    for (let n = 0; n < 104; n += 1) await save(`item-${n}`, n < 2 ? { owner: 'olga' } : {});
    const first = await listItems(await standing());
    expect(first.items).toHaveLength(100);
    const rest = await listItems(await standing(), first.next);
    expect([rest.items.length, rest.next]).toEqual([4, undefined]);
    const olga = { ...(await standing()), who: { accountId: 'olga', all: false }, reads: false };
    const own = await listItems({ ...olga, managed: new Set() });
    expect([own.items.map(({ id }) => id).toSorted(), own.next]).toEqual([['item-0', 'item-1'], undefined]);
    await expect(listItems(await standing(), '9:')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('says how often each was ordered', async () => {
    await save('laptop');
    await keepPopular({ items: { laptop: 7 }, groups: [] }, editor.now);
    expect((await listItems(await standing())).items[0]?.orders).toBe(7);
  });

  it('is moved several at once, and nothing else goes live with it', async () => {
    await saveMember(categories, { ...hardware, id: 'phones' }, 0, editor);
    await offer('laptop');
    await offer('tablet');
    await save('tablet', { summary: { en: 'Not live' } }, 2);
    await save('draft');
    expect(await moveItems(['laptop', 'tablet', 'draft', 'gone'], { categoryId: 'phones' }, editor)).toEqual({
      moved: ['laptop', 'draft'],
      drafts: ['tablet'],
      refused: ['gone'],
    });
    expect((await readTiles()).map(({ id, categoryIds }) => [id, categoryIds])).toEqual([
      ['laptop', ['phones']],
      ['tablet', ['hardware']],
    ]);
    expect((await readItem('tablet'))?.content).toMatchObject({
      categoryIds: ['phones'],
      summary: { en: 'Not live' },
    });
  });

  it('of somebody’s own is offered to them from the draft on', async () => {
    expect(mayBeEditor(await readHead(), 'olga')).toBe(false);
    await save('laptop', { owner: 'olga' });
    expect(mayBeEditor(await readHead(), 'olga')).toBe(true);
    expect(mayBeEditor(await readHead(), 'alice')).toBe(false);
  });
});

describe('the portal', () => {
  const staff = {
    availableFor: { groups: ['staff'], users: [] },
    notAvailableFor: { groups: [], users: [] },
  };
  const home = (who: Visitor, known?: string) =>
    portalHome({ known }, who, {
      standing: async () => ({ roles: [], jiraAdmin: false, jira: true }),
      own: async () => ({
        open: 2,
        recentItems: ['gone', 'open'],
        assistants: [],
        ordersFor: [],
        drafts: [],
        favourites: [],
        waiting: [],
        serves: false,
        following: [],
        solved: [],
        pendingApprovals: 1,
      }),
      confluence: true,
    });
  const seen = async (who: ReturnType<typeof visitor>) =>
    (await home(who)).catalog?.items.map(({ id }) => id);

  it('shows each person what is for them, and asks for groups only when that matters', async () => {
    await offer('open');
    let asked = 0;
    const counting = { accountId: 'alice', groups: async () => ((asked += 1), ['staff']) };
    await home(counting);
    expect(asked).toBe(0);
    await offer('limited', { entitlement: staff });
    expect(await seen(counting)).toEqual(['limited', 'open']);
    expect(await seen(visitor('olga'))).toEqual(['open']);
    expect(await home(visitor('olga'))).toMatchObject({ openRequests: 2, configured: true });
  });

  describe('an audience that asks about whoever looks', () => {
    const finding = (...searches: string[]) => ({
      availableFor: { groups: [], users: [], searches },
      notAvailableFor: { groups: [], users: [] },
    });

    it('is asked once for all items, and of those alone that are offered', async () => {
      await offer('laptop', { entitlement: finding('project = IT') });
      await offer('phone', { entitlement: finding('project = IT', 'project = HR') });
      expect((await readHead()).asked).toHaveLength(2);
      const finds = jest.fn(async (jql: string) => jql === 'project = IT');
      const items = async () => (await home({ ...visitor('alice'), finds })).catalog?.items.length;
      expect(await items()).toBe(2);
      expect(finds).toHaveBeenCalledTimes(2);
      finds.mockResolvedValue(false);
      expect(await items()).toBe(0);
      await offer('phone');
      expect((await readHead()).asked).toEqual([{ kind: 'search', jql: 'project = IT' }]);
    });

    it('is answered anew to whoever has the catalog, once a search finds them nothing any more', async () => {
      await offer('open');
      await offer('laptop', { entitlement: finding('project = IT') });
      const finds = jest.fn(async (_jql: string) => true);
      const { catalog } = await home({ ...visitor('alice'), finds });
      expect(catalog?.items).toHaveLength(2);
      const again = () => home({ ...visitor('alice'), finds }, catalog?.key ?? '');
      expect((await again()).catalog).toBeNull();
      finds.mockResolvedValue(false);
      expect((await again()).catalog?.items.map(({ id }) => id)).toEqual(['open']);
    });

    it('is refused where everything together asks more than ten things', async () => {
      const searches = (from: number) => Array.from({ length: 6 }, (_, n) => `project = P${from + n}`);
      await offer('laptop', { entitlement: finding(...searches(0)) });
      await expect(offer('phone', { entitlement: finding(...searches(6)) })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        params: { why: 'asksTooMuch' },
      });
      await offer('phone', { entitlement: finding(...searches(4)) });
      expect((await readHead()).asked).toHaveLength(10);
    });
  });

  it('answers no catalog to whoever has it, until it or their groups change', async () => {
    await offer('open');
    await offer('limited', { entitlement: staff });
    const { catalog } = await home(visitor('alice', ['staff', 'others']));
    const { key } = catalog ?? { key: '' };
    dropCached();
    forge.kvs.calls.length = 0;
    expect((await home(visitor('alice', ['staff']), key)).catalog).toBeNull();
    expect(forge.kvs.calls).toEqual(['/api/v1/batch/get']);
    expect((await home(visitor('alice'), key)).catalog?.items.map(({ id }) => id)).toEqual(['open']);
    expect((await home(visitor('olga', ['staff']), key)).catalog?.items).toHaveLength(2);
    await offer('open', { owner: 'maria' });
    expect((await home(visitor('alice', ['staff']), key)).catalog?.items).toHaveLength(2);
  });

  it('answers it anew once People say something else of a person, where that decides', async () => {
    const inRome = { groups: [], users: [], places: ['Rome'] };
    await offer('rome', {
      entitlement: { availableFor: inRome, notAvailableFor: { groups: [], users: [] } },
    });
    await offer('open');
    const { catalog } = await home(visitor('alice'));
    expect(catalog?.items.map(({ id }) => id)).toEqual(['open']);
    await peopleStore.save({ ...emptyRecord('alice'), place: 'Rome' }, 0, editor);
    const anew = await home(visitor('alice'), catalog?.key ?? '');
    expect(anew.catalog?.items.map(({ id }) => id)).toEqual(['open', 'rome']);
  });

  it('asks for a profile once, for the key and for what is shown under it', async () => {
    const inRussian = { groups: [], users: [], languages: ['ru'] };
    await offer('russian', {
      entitlement: { availableFor: inRussian, notAvailableFor: { groups: [], users: [] } },
    });
    forge.product = () => ({ status: 200, body: { locale: 'ru_RU' } });
    forge.products.length = 0;
    expect(await seen(visitor('alice'))).toEqual(['russian']);
    expect(forge.products).toHaveLength(1);
  });

  it('names only categories that have something for this person in them', async () => {
    const sub = { ...hardware, id: 'phones', parentId: 'hardware' };
    await saveMember(categories, { ...hardware, order: 0 }, 1, editor);
    for (const each of [sub, { ...hardware, id: 'secret' }]) await saveMember(categories, each, 0, editor);
    await offer('phone', { categoryIds: ['phones'] });
    await offer('limited', { entitlement: staff, categoryIds: ['secret'] });
    const shown = async (who: ReturnType<typeof visitor>) =>
      (await home(who)).catalog?.categories.map(({ id }) => id);
    expect(await shown(visitor('olga'))).toEqual(['hardware', 'phones']);
    expect(await shown(visitor('alice', ['staff']))).toEqual(['hardware', 'phones', 'secret']);
  });

  it('finds items by the words of their forms, and tells those of nobody else’s', async () => {
    const fulfilment = { ...content().fulfilment, mappings: [], summary: '{{item}}' };
    const asking = (label: string) => ({ form: [field('why', { label: { en: label } })], fulfilment });
    await offer('open', {
      ...asking('Which printer? Which floor?'),
      articles: [{ pageId: '7', title: 'Salary' }],
    });
    await offer('limited', { ...asking('How much salary?'), entitlement: staff });
    expect(await searchWords(visitor('olga'))).toEqual([
      { id: 'open', words: 'choose which model printer charger floor', owner: 'sergey', pages: ['7'] },
    ]);
    expect(await searchWords(visitor('alice', ['staff']))).toContainEqual({
      id: 'limited',
      words: 'choose how model much charger salary',
      owner: 'sergey',
      pages: ['7'],
    });
  });

  it('shows nothing of an item that its page does not need', async () => {
    const { fulfilment } = content();
    const constant = (jiraField: string, value: string) =>
      ({ jiraField, source: { kind: 'constant', value } }) as const;
    await offer('laptop', {
      entitlement: { ...staff, notAvailableFor: { groups: [], users: ['hugo'] } },
      articles: [{ pageId: '7', title: 'Salary bands' }],
      opens: { kind: 'page', id: '7', title: 'Salary bands' },
      rules: [
        {
          id: 'r',
          name: 'R',
          then: [{ do: 'lead', to: { kind: 'page', id: '7', title: 'Salary bands' }, text: { en: 'There' } }],
        },
      ],
      fulfilment: {
        ...fulfilment,
        summary: 'Secret summary',
        labels: ['vip', 'budget-cut'],
        mappings: [constant('customfield_1', 'hidden-constant'), constant('priority', '2')],
      },
    });
    const page = await itemPage('laptop', visitor('alice', ['staff']), {
      firstDay: async () => 'locale' as const,
      createFields: async () => [],
      promiseDefinitions: async () => ({ ...NO_DEFINITIONS, metrics: [{ id: 'vip' }] as never }),
      fieldsOf: () => new Set(['priority', 'labels']),
      namesOf: async () => new Map(),
      confluence: true,
    });
    const told = JSON.stringify(page);
    for (const word of ['hugo', 'staff', 'Salary', 'Secret', 'budget-cut', 'hidden-constant', 'catalog"'])
      expect(told).not.toContain(word);
    expect(page.item.content.fulfilment).toMatchObject({
      labels: ['vip'],
      mappings: [{ jiraField: 'priority' }],
    });
    expect(page.serviceName).toEqual({ en: 'Workplace' });
  });

  it('tells of options for groups only to who is in one of them, and for whom they are to nobody', async () => {
    const options = [
      { id: 'user', label: { en: 'User' } },
      { id: 'root', label: { en: 'Administrator' }, groups: ['staff', 'board'] },
    ];
    await offer('access', {
      form: [field('why'), field('due', { type: 'date' }), field('role', { type: 'choice', options })],
    });
    const ports = {
      firstDay: async () => 'locale' as const,
      createFields: async () => [],
      promiseDefinitions: async () => NO_DEFINITIONS,
      fieldsOf: () => new Set<string>(),
      namesOf: async () => new Map<string, string>(),
      confluence: false,
    };
    const shown = async (...groups: string[]) =>
      (await itemPage('access', visitor('alice', groups), ports)).item.content.form[2]?.options;
    expect(await shown()).toEqual([options[0]]);
    expect(await shown('staff')).toEqual([options[0], { id: 'root', label: { en: 'Administrator' } }]);
  });

  it('offers the options that a Jira field has now, and none while Jira can’t say', async () => {
    await offer('model', {
      form: [
        field('why'),
        field('due', { type: 'date' }),
        field('model', { type: 'choice', jiraField: 'priority' }),
      ],
    });
    const ports = {
      firstDay: async () => 'locale' as const,
      promiseDefinitions: async () => NO_DEFINITIONS,
      fieldsOf: () => new Set<string>(),
      namesOf: async () => new Map<string, string>(),
      confluence: false,
    };
    const shown = async (createFields: ItemPagePorts['createFields']) =>
      (await itemPage('model', visitor('alice'), { ...ports, createFields })).item.content.form[2]?.options;
    const priority = { fieldId: 'priority', allowedValues: [{ id: '1', name: 'High' }] };
    expect(await shown(async () => [priority])).toEqual([
      { id: namedOption('1', 'High'), label: { en: 'High' } },
    ]);
    expect(await shown(async () => Promise.reject(new JiraUnavailable('down')))).toEqual([]);
  });

  it('tells what options cost only to who is told the price, and what rules are called to nobody', async () => {
    const options = [{ id: 'pro', label: { en: 'Pro' }, price: 900 }];
    const price = { amount: 100, currency: 'EUR', hidden: true, shownTo: { groups: [], users: ['carol'] } };
    const then = [{ do: 'readOnly', field: 'why' } as const];
    const rules = [{ id: 'r', name: 'Keep contractors out', then }];
    const form = [...content().form, field('model', { type: 'choice', options })];
    await offer('laptop', { form, rules, price: { ...price, hidden: true } });
    await offer('laptop', { form, rules, price: { ...price, hidden: true, amount: 101 } });
    const ports = {
      createFields: async () => [],
      firstDay: async () => 'locale' as const,
      promiseDefinitions: async () => NO_DEFINITIONS,
      fieldsOf: () => new Set<string>(),
      drafts: async () => opened(draft({ answers: {} })),
      namesOf: async () => new Map<string, string>(),
      confluence: false,
    };
    const told = async (who: string) => JSON.stringify(await itemPage('laptop', visitor(who), ports));
    expect(await told('alice')).toContain('draftForm');
    expect(await told('alice')).not.toMatch(/900|contractors/);
    expect(await told('carol')).toMatch(/900/);
  });

  it('names the items that its form leads to only to those who may order them', async () => {
    await offer('open');
    await offer('board-car', { entitlement: staff });
    const to = (id: string) => ({ do: 'lead', to: { kind: 'item', id }, text: { en: '' } }) as const;
    await offer('guide', { rules: [{ id: 'r', name: 'R', then: [to('open'), to('board-car')] }] });
    const ports = {
      firstDay: async () => 'locale' as const,
      createFields: async () => [],
      promiseDefinitions: async () => NO_DEFINITIONS,
      fieldsOf: () => new Set<string>(),
      namesOf: async () => new Map<string, string>(),
      confluence: false,
    };
    const led = async (...groups: string[]) =>
      (await itemPage('guide', visitor('alice', groups), ports)).ledTo?.map(({ id }) => id);
    expect([await led(), await led('staff')]).toEqual([['open'], ['board-car', 'open']]);
    // An id says what an item is as its name does.
    await offer('shut', { opens: { kind: 'item', id: 'board-car' } });
    for (const id of ['guide', 'shut'])
      expect(JSON.stringify(await itemPage(id, visitor('alice'), ports))).not.toContain('board-car');
  });

  it('shows an item as it is offered, with the form a draft was begun with where that was another', async () => {
    await offer('laptop');
    await offer('laptop', { form: [field('size'), field('why'), field('due', { type: 'date' })] });
    const ports = {
      firstDay: async () => 'locale' as const,
      createFields: async () => [],
      promiseDefinitions: async (ids: readonly string[]) => {
        expect(ids).toEqual(['delivery']);
        return NO_DEFINITIONS;
      },
      fieldsOf: () => new Set<string>(),
      drafts: async () => opened(draft()),
      namesOf: async () => new Map<string, string>(),
      confluence: false,
    };
    const page = await itemPage('laptop', visitor('alice'), ports);
    expect([page.item.version, page.draftForm?.map(({ id }) => id)]).toEqual([2, ['why', 'due']]);
    expect(page.item.content.form).toHaveLength(3);
    const fresh = { ...ports, drafts: async () => opened(draft({ itemVersion: 2 })) };
    expect(await itemPage('laptop', visitor('alice'), fresh)).not.toHaveProperty('draftForm');
  });
});

describe('what a form begins with', () => {
  it('is told to who opens it as far as the form begins with it, and no more', async () => {
    await offer('begun', {
      form: [
        field('why', { default: { kind: 'previous' } }),
        field('about', { type: 'issue', default: { kind: 'found', jql: 'project = IT' } }),
        field('again', { type: 'issue', default: { kind: 'found', jql: 'project = HR' } }),
        field('pin', { type: 'secret' }),
        field('due', { type: 'date' }),
        field('name', { default: { kind: 'requester', what: 'name' } }),
      ],
    });
    const page = await itemPage('begun', visitor('alice'), {
      createFields: async () => [],
      promiseDefinitions: async () => NO_DEFINITIONS,
      fieldsOf: () => new Set<string>(),
      namesOf: async () => new Map<string, string>(),
      confluence: false,
      firstDay: async () => undefined,
      profile: async () => ({ name: 'Alice', email: 'a@b.example', language: 'en', zone: null }),
      previous: async () => ({ why: 'broken', pin: 'hunter2', other: 'x' }),
      firstIssue: async (jql) => (jql === 'project = IT' ? 'IT-7' : null),
    });
    expect(page).toMatchObject({ facts: {}, requester: { name: 'Alice' }, previous: { why: 'broken' } });
    expect(page.found).toEqual({ about: 'IT-7' });
    expect(JSON.stringify(page)).not.toMatch(/hunter2|a@b/);
  });
});

describe('a draft as somebody would see it', () => {
  const ports = {
    createFields: async () => [],
    promiseDefinitions: async () => NO_DEFINITIONS,
    fieldsOf: () => new Set<string>(),
    namesOf: async () => new Map<string, string>(),
    confluence: false,
    firstDay: async () => undefined,
  };
  const preview = (accountId: string, groups: readonly string[] = []) =>
    itemPreview('laptop', visitor(accountId, groups), ports);
  const nobody = { groups: [], users: [] };

  it('is what is edited, and no secret of who edits it', async () => {
    await offer('laptop');
    await save('laptop', { name: { en: 'Next laptop' } }, 2);
    expect(await preview('alice')).toMatchObject({
      page: { item: { content: { name: { en: 'Next laptop' } } } },
      hidden: null,
    });
    await expect(itemPreview('phone', visitor('alice'), ports)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells an asker without a role nothing of that person, nor of items that the asker may not order', async () => {
    await peopleStore.save({ ...emptyRecord('boris'), department: 'Mergers' }, 0, editor);
    await offer('closed', {
      entitlement: { availableFor: { groups: ['board'], users: [] }, notAvailableFor: nobody },
    });
    const to = { kind: 'item', id: 'closed' } as const;
    await offer('laptop', {
      form: [...content().form, field('unit', { default: { kind: 'requester', what: 'department' } })],
      rules: [{ id: 'r', name: 'R', then: [{ do: 'lead', to, text: { en: 'There' } }] }],
    });
    const as = (asker?: ReturnType<typeof visitor>) =>
      itemPreview('laptop', visitor('boris', ['board']), ports, asker);
    expect((await as()).page).toMatchObject({
      requester: { department: 'Mergers' },
      ledTo: [{ id: 'closed' }],
    });
    const { page } = await as(visitor('sergey'));
    expect([page.requester, page.ledTo]).toEqual([undefined, undefined]);
    expect((await as(visitor('sergey', ['board']))).page.ledTo).toHaveLength(1);
  });

  it('says what keeps somebody from it', async () => {
    const entitlement = {
      availableFor: { groups: ['staff'], users: [] },
      notAvailableFor: { groups: [], users: ['boris'] },
    };
    await save('laptop', { entitlement });
    expect((await preview('boris', ['staff'])).hidden).toEqual({ by: 'shutOut' });
    expect((await preview('carol')).hidden).toEqual({ by: 'forOthers' });
    expect((await preview('alice', ['staff'])).hidden).toBeNull();
    await save('laptop', { entitlement: { ...entitlement, dates: { to: '2020-01-01' } } }, 1);
    expect((await preview('alice', ['staff'])).hidden).toEqual({ by: 'dates' });
    await save('laptop', { entitlement }, 2);
    const closed = { availableFor: { groups: ['board'], users: [] }, notAvailableFor: nobody };
    await saveMember(categories, { ...hardware, entitlement: closed }, 1, editor);
    expect((await preview('alice', ['staff'])).hidden).toEqual({ by: 'forOthers', categoryId: 'hardware' });
  });
});
