import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { content, field } from '../../test/support/samples';
import { auditEntries } from '../platform/storage/audit';
import type { Category, ItemContent, Service } from './domain/model';
import {
  type AskJira,
  changeCatalog,
  findItem,
  itemFor,
  itemPage,
  listItems,
  portalHome,
  publishItem,
  readItem,
  readPublished,
  readVersion,
  retireItem,
  saveCategories,
  saveItem,
  saveService,
} from './index';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const visitor = (accountId: string, groups: readonly string[] = []) => ({
  accountId,
  groups: async () => groups,
});
const service: Service = {
  schema: 1,
  id: 'workplace',
  rev: 0,
  name: { en: 'Workplace' },
  description: { en: '' },
  department: 'IT',
  owner: 'sergey',
  status: 'active',
};
const hardware: Category = {
  id: 'hardware',
  catalogId: 'it',
  name: { en: 'Hardware' },
  description: { en: '' },
  icon: '',
  order: 1,
};

let forge: FakeForge;
beforeEach(async () => {
  forge = installFakeForge('sergey');
  await changeCatalog(async (current) => ({
    parts: { ...current, catalogs: [{ id: 'it', name: { en: 'IT' }, managers: [] }] },
    writes: [],
    result: undefined,
  }));
  await saveCategories([hardware], editor);
  await saveService(service, editor);
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
    expect((await readPublished()).items).toEqual([]);
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
    expect((await readPublished()).items.map(({ id }) => id)).toEqual(ids);
  });

  it('refuses one of two who publish the same item', async () => {
    await save('laptop');
    const both = await Promise.allSettled([
      publishItem('laptop', 1, editor, silent),
      publishItem('laptop', 1, editor, silent),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps a catalog that needs chunks readable, and leaves none behind', async () => {
    for (let n = 0; n < 12; n += 1) await offer(`i${n}`, { description: { en: 'x'.repeat(9_000) } });
    expect((await readPublished()).items).toHaveLength(12);
    const generations = new Set(
      [...forge.kvs.rows.keys()].flatMap((key) => /catalog:published:chunk:(\w+):/.exec(key)?.[1] ?? []),
    );
    expect(generations.size).toBe(1);
  });
});

describe('retiring', () => {
  it('answers old links with what to use instead, to those who could see the item', async () => {
    const limited = {
      availableFor: { groups: ['staff'], users: [] },
      notAvailableFor: { groups: [], users: [] },
    };
    const item = await offer('laptop', { entitlement: limited });
    await retireItem({ itemId: 'laptop', rev: item.rev, replacedBy: 'tablet' }, editor);
    await expect(findItem('laptop', visitor('alice', ['staff']))).rejects.toMatchObject({
      code: 'ITEM_RETIRED',
      params: { replacedBy: 'tablet' },
    });
    await expect(findItem('laptop', visitor('olga'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await itemFor('laptop', 1))?.version).toBe(1);
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
    await expect(saveCategories([], editor)).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
      fields: [expect.objectContaining({ code: 'categoryInUse' })],
    });
  });

  it('changes a service only from the revision that was read', async () => {
    await expect(saveService(service, editor)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await saveService({ ...service, rev: 1, department: 'HR' }, editor)).toMatchObject({ rev: 2 });
    expect((await readPublished()).services[0]?.department).toBe('HR');
  });

  it('lists items of every state with how many errors stop them', async () => {
    await offer('a');
    await save('b', { owner: '' });
    const { items } = await listItems(true);
    expect(items.map(({ id, state, problems }) => [id, state, problems])).toEqual([
      ['a', 'published', 0],
      ['b', 'draft', 1],
    ]);
  });
});

describe('the portal', () => {
  const staff = {
    availableFor: { groups: ['staff'], users: [] },
    notAvailableFor: { groups: [], users: [] },
  };
  const home = (who: ReturnType<typeof visitor>) =>
    portalHome(who, {
      standing: async () => ({ roles: [], jiraAdmin: false, jira: true }),
      ownSummary: async () => ({ open: 2, recentItems: ['gone', 'open'] }),
      drafts: async () => [],
      pendingApprovals: async () => 1,
      confluence: true,
    });

  it('shows each person what is for them, and asks for groups only when that matters', async () => {
    await offer('open');
    let asked = 0;
    const counting = { accountId: 'alice', groups: async () => ((asked += 1), ['staff']) };
    await home(counting);
    expect(asked).toBe(0);
    await offer('limited', { entitlement: staff });
    expect((await home(counting)).items.map(({ id }) => id)).toEqual(['limited', 'open']);
    expect((await home(visitor('olga'))).items.map(({ id }) => id)).toEqual(['open']);
    expect(await home(visitor('olga'))).toMatchObject({
      recent: ['open'],
      openRequests: 2,
      configured: true,
    });
  });

  it('shows an item as it is offered, with the form a draft was begun with where that was another', async () => {
    await offer('laptop');
    await offer('laptop', { form: [field('size'), field('why'), field('due', { type: 'date' })] });
    const draft = {
      schema: 1,
      itemId: 'laptop',
      itemVersion: 1,
      answers: { why: 'broken' },
      updatedAt: '2026-03-01T00:00:00.000Z',
      reason: 'saved',
      clientToken: 'token-0001',
    } as const;
    const ports = {
      promiseDefinitions: async (ids: readonly string[]) => {
        expect(ids).toEqual(['delivery']);
        return {
          schema: 1 as const,
          version: 1,
          calendars: [],
          holidaySets: [],
          metrics: [],
          agreements: [],
        };
      },
      draft: async () => draft,
      namesOf: async () => new Map<string, string>(),
      confluence: false,
    };
    const page = await itemPage('laptop', visitor('alice'), ports);
    expect([page.item.version, page.draftForm?.map(({ id }) => id)]).toEqual([2, ['why', 'due']]);
    expect(page.item.content.form).toHaveLength(3);
    const fresh = { ...ports, draft: async () => ({ ...draft, itemVersion: 2 }) };
    expect(await itemPage('laptop', visitor('alice'), fresh)).not.toHaveProperty('draftForm');
  });
});
