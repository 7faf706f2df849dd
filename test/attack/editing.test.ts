/** Who edits what of the catalog without the role for all of it: managers of one catalog, owners of an item, owners of a service. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, type Person } from './support/people';
import { OPEN_ITEM, openScene, type Scene } from './support/scene';

const UNSAVED = 4_000;
/** As the requester manages the shop, the agent owns its item and the approver its service. */
const PEOPLE: readonly Person[] = [
  'pledgeAdmin',
  'catalogManager',
  'requester',
  'agent',
  'approver',
  'auditor',
  'other',
  'reader',
];

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  const content = scene.config.sections.item.find(({ id }) => id === OPEN_ITEM)?.content ?? {};
  const text = (en: string) => ({ en });
  const save = (section: string, value: object) => insist('settings.save', { section, value, rev: 0 });
  for (const [catalog, manager] of [
    ['shop', 'requester'],
    ['vault', 'other'],
  ] as const) {
    const none = { description: text(''), icon: 'box', order: 0 };
    await save('catalog', { id: catalog, name: text(catalog), managers: [accountOf(manager)] });
    await save('category', { ...none, id: `in-${catalog}`, catalogId: catalog, name: text(catalog) });
    await save('service', {
      schema: 1,
      id: `of-${catalog}`,
      name: text(catalog),
      description: text(''),
      department: '',
      owner: catalog === 'shop' ? accountOf('approver') : '',
      status: 'active',
    });
    await insist('catalog.saveItem', {
      itemId: `${catalog}-item`,
      rev: 0,
      content: {
        ...content,
        categoryIds: [`in-${catalog}`],
        serviceId: `of-${catalog}`,
        owner: catalog === 'shop' ? accountOf('agent') : '',
      },
    });
  }
}, 120_000);
afterAll(() => scene.close());

const insist = (name: string, payload: object) => scene.insist('pledgeAdmin', name, payload);

/** Who is let in: whoever is not refused for want of a right. */
async function letIn(name: string, payload: object): Promise<readonly Person[]> {
  const answers: Person[] = [];
  for (const person of PEOPLE) {
    const { error } = await scene.call(person, name, payload);
    if (error?.code !== 'FORBIDDEN') answers.push(person);
  }
  return answers;
}

const ROLES: readonly Person[] = ['pledgeAdmin', 'catalogManager'];
const OWN: readonly Person[] = [...ROLES, 'requester', 'agent', 'approver'];
interface Content {
  readonly categoryIds: readonly string[];
  readonly fulfilment: object;
}
const contentOf = async (id: string) =>
  ((await insist('catalog.item', { itemId: id })) as { item: { content: Content } }).item.content;

describe('an item', () => {
  it.each([
    ['catalog.publishItem', 'shop-item', OWN],
    ['catalog.retireItem', 'shop-item', OWN],
    ['catalog.publishItem', 'vault-item', [...ROLES, 'other']],
    ['catalog.retireItem', 'vault-item', [...ROLES, 'other']],
    ['catalog.publishItem', 'no-such-item', ROLES],
  ] as const)('%s of %s is for %j', async (name, itemId, expected) => {
    expect(await letIn(name, { itemId, rev: UNSAVED })).toEqual(expected);
  });

  it('is read by those who edit it, and by auditors', async () => {
    expect(await letIn('catalog.item', { itemId: 'shop-item' })).toEqual([...OWN, 'auditor']);
    expect(await letIn('catalog.item', { itemId: 'vault-item' })).toEqual([...ROLES, 'auditor', 'other']);
  });

  it('is saved by those who edit it, and put into no catalog that is not theirs', async () => {
    const content = await contentOf('shop-item');
    // A new item names no space yet.
    const nowhere = { ...content.fulfilment, projectId: '', projectKey: '', issueTypeId: '' };
    const saved = (itemId: string, categoryIds: readonly string[]) => {
      const fulfilment = itemId === 'new-item' ? nowhere : content.fulfilment;
      const sent = { ...content, categoryIds, fulfilment };
      return letIn('catalog.saveItem', { itemId, rev: UNSAVED, content: sent });
    };
    expect(await saved('shop-item', ['in-shop'])).toEqual(OWN);
    expect(await saved('shop-item', ['in-shop', 'in-vault'])).toEqual(ROLES);
    expect(await saved('new-item', ['in-shop'])).toEqual([...ROLES, 'requester']);
    expect(await saved('new-item', ['in-vault'])).toEqual([...ROLES, 'other']);
  });

  it('is pointed at no space in which they may not create work items themselves', async () => {
    const content = await contentOf('shop-item');
    const elsewhere = { ...content, fulfilment: { ...content.fulfilment, projectId: '99999' } };
    const saved = (itemId: string) => letIn('catalog.saveItem', { itemId, rev: UNSAVED, content: elsewhere });
    expect(await saved('shop-item')).toEqual(ROLES);
    expect(await saved('new-item')).toEqual(ROLES);
  });

  it('is moved by the same people, one by one', async () => {
    const moved = (ids: readonly string[], to: object) => letIn('catalog.moveItems', { ids, ...to });
    expect(await moved(['no-such-item'], { serviceId: 'of-shop' })).toEqual(ROLES);
    for (const person of ['requester', 'agent', 'approver'] as const) {
      const answer = await scene.call(person, 'catalog.moveItems', {
        ids: ['shop-item', 'vault-item'],
        serviceId: 'of-shop',
      });
      expect(answer.error?.code).toBe('FORBIDDEN');
    }
    expect((await contentOf('vault-item')).categoryIds).toEqual(['in-vault']);
  });

  it.each([
    ['requester', ['shop-item']],
    ['agent', ['shop-item']],
    ['approver', ['shop-item']],
    ['other', ['vault-item']],
  ] as const)('is listed to %s where it is theirs: %j', async (person, expected) => {
    const { value } = await scene.call(person, 'catalog.items');
    const { items } = value as { items: { id: string; mayEdit: boolean }[] };
    expect(items.map(({ id }) => id)).toEqual(expected);
    expect(items.every(({ mayEdit }) => mayEdit)).toBe(true);
    const home = (await scene.call(person, 'portal.home')).value as { me: { edits: boolean } };
    const me = (await scene.call(person, 'settings.me')).value as { edits: boolean };
    expect([home.me.edits, me.edits]).toEqual([true, true]);
  });
});

describe('the catalog of another person', () => {
  const items = async (person: Person): Promise<readonly string[]> => {
    const { value } = await scene.call(person, 'catalog.viewAs', { person: accountOf('other') });
    return (value as { items: { id: string }[] }).items.map(({ id }) => id);
  };

  it('is looked at by those who edit something of it, and by auditors', async () => {
    expect(await letIn('catalog.viewAs', { person: accountOf('other') })).toEqual([
      ...OWN,
      'auditor',
      'other',
    ]);
  });

  it('holds for those without a role only what they edit, once it is published', async () => {
    expect(await items('auditor')).toContain(OPEN_ITEM);
    for (const person of ['requester', 'agent', 'approver', 'other'] as const)
      expect(await items(person)).toEqual([]);
  });

  it('is written down with who looked, as whom, and nothing of what they saw', async () => {
    await items('auditor');
    const { value } = await scene.call('auditor', 'settings.audit');
    const look = (value as { entries: { action: string; by: string }[] }).entries.find(
      ({ action, by }) => action === 'catalog.viewedAs' && by === accountOf('auditor'),
    );
    expect(look).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      by: accountOf('auditor'),
      action: 'catalog.viewedAs',
      subject: `person:${accountOf('other')}`,
      changes: [],
    });
  });

  it('is written down for a preview as that person too, once however often it is drawn anew', async () => {
    const preview = { itemId: OPEN_ITEM, person: accountOf('agent') };
    for (let times = 0; times < 3; times += 1) await scene.call('catalogManager', 'portal.preview', preview);
    await scene.call('catalogManager', 'portal.preview', { itemId: OPEN_ITEM });
    const { value } = await scene.call('auditor', 'settings.audit');
    const { entries } = value as { entries: { action: string; by: string; subject: string }[] };
    const looks = entries.filter(
      ({ action, by }) => action === 'catalog.viewedAs' && by === accountOf('catalogManager'),
    );
    expect(looks.filter(({ subject }) => subject === `person:${accountOf('agent')}`)).toHaveLength(1);
    expect(looks.some(({ subject }) => subject.endsWith(accountOf('catalogManager')))).toBe(false);
  });
});

describe('the structure', () => {
  const category = { description: { en: '' }, icon: 'box', order: 0, name: { en: 'x' } };
  const save = (section: string, value: object) => letIn('settings.save', { section, value, rev: UNSAVED });

  it('has categories that managers of their catalog change and take away', async () => {
    expect(await save('category', { ...category, id: 'in-shop', catalogId: 'shop' })).toEqual([
      ...ROLES,
      'requester',
    ]);
    expect(await save('category', { ...category, id: 'fresh', catalogId: 'vault' })).toEqual([
      ...ROLES,
      'other',
    ]);
    expect(await save('category', { ...category, id: 'in-shop', catalogId: 'vault' })).toEqual(ROLES);
    const remove = (id: string) => letIn('catalog.delete', { section: 'category', id, rev: UNSAVED });
    expect(await remove('in-shop')).toEqual([...ROLES, 'requester']);
    expect(await remove('in-vault')).toEqual([...ROLES, 'other']);
  });

  it('has catalogs, services and offerings that are for the role alone', async () => {
    const managers = PEOPLE.map(accountOf);
    expect(await save('catalog', { id: 'shop', name: { en: 'x' }, managers })).toEqual(ROLES);
    expect(await save('service', { id: 'of-shop' })).toEqual(ROLES);
    expect(await save('offering', { id: 'x' })).toEqual(ROLES);
    for (const section of ['catalog', 'service', 'offering'])
      expect(await letIn('catalog.delete', { section, id: 'shop', rev: UNSAVED })).toEqual(ROLES);
  });

  it('tells nobody the criteria and managers of a catalog that is not theirs', async () => {
    expect(await letIn('catalog.structure', {})).toEqual([...OWN, 'auditor', 'other']);
    const { value } = await scene.call('requester', 'catalog.structure');
    const { catalogs, managed } = value as {
      catalogs: { id: string; managers: string[] }[];
      managed: string[];
    };
    expect(managed).toEqual(['shop']);
    expect(catalogs.filter(({ managers }) => managers.length > 0).map(({ id }) => id)).toEqual(['shop']);
  });
});
