import { account } from '../../local/demo/company/accounts';
import { type Answer, askForVpn, insist } from './support/requests';
import { MINUTE, type SiteApi } from './support/site-api';
import { expect, expectAccessible, surface, test } from './support/test';

interface Stored {
  readonly item: { readonly rev: number; readonly content: object };
}

/** An item that Ingrid owns, one of the catalog that Fatima manages, and one of neither. */
const ITEMS = { monitor: 'Monitor', parking: 'Parking space', laptop: 'Laptop' } as const;
type Item = keyof typeof ITEMS;

/** Who edits what: the catalog's role all, an owner and a manager theirs, everybody else nothing. */
const EDITS: Readonly<Record<string, readonly Item[]>> = {
  sergey: ['monitor', 'parking', 'laptop'],
  ingrid: ['monitor'],
  fatima: ['parking'],
  alice: [],
};

const read = async (site: SiteApi, itemId: string) =>
  (await insist<Stored>(site, 'admin', 'catalog.item', { itemId })).item;

async function change(site: SiteApi, itemId: Item, changed: object): Promise<void> {
  const { rev, content } = await read(site, itemId);
  await insist(site, 'admin', 'catalog.saveItem', { itemId, rev, content: { ...content, ...changed } });
}

test.describe.serial('who may what, by the page, by its address and by direct calls', () => {
  test('each edits what is theirs and is refused all else, which the audit log tells', async ({
    page,
    open,
    site,
  }) => {
    const text = (en: string) => ({ en, ru: en });
    const save = (section: string, value: object) =>
      insist(site, 'admin', 'settings.save', { section, value, rev: 0 });
    await save('catalog', { id: 'garage', name: text('Garage'), managers: [account('fatima')] });
    const category = {
      id: 'garage-spaces',
      catalogId: 'garage',
      name: text('Spaces'),
      icon: 'box',
      order: 0,
    };
    await save('category', { ...category, description: text('') });
    await change(site, 'monitor', { owner: account('ingrid') });
    await change(site, 'parking', { categoryIds: ['garage-spaces'] });

    // What the demo company was set up with stands in the log of the same second.
    await site.advance(MINUTE);
    for (const [person, edits] of Object.entries(EDITS)) {
      for (const item of Object.keys(ITEMS) as Item[]) {
        const { rev, content } = await read(site, item);
        const saved = await site.call<Answer<object>>(person, 'catalog.saveItem', {
          itemId: item,
          rev,
          content,
        });
        const got = saved.ok ? 'ok' : saved.error?.code;
        expect({ person, item, got }).toEqual({
          person,
          item,
          got: edits.includes(item) ? 'ok' : 'FORBIDDEN',
        });
      }
    }

    await open('ingrid', '/jira/apps/pledge/manage/items');
    const portal = surface(page, 'pledge-portal');
    await expect(portal.getByRole('link', { name: ITEMS.monitor, exact: true })).toBeVisible();
    await expect(portal.getByRole('link', { name: ITEMS.laptop, exact: true })).toHaveCount(0);
    await portal.getByRole('link', { name: ITEMS.monitor, exact: true }).click();
    await expect(portal.getByLabel('Name (English)')).toBeEditable();
    await open('ingrid', '/jira/apps/pledge/manage/items/laptop');
    await expect(portal.getByText(/You don’t have permission for this/)).toBeVisible();
    await expect(portal.getByLabel('Name (English)')).toHaveCount(0);
    await expectAccessible(page);

    await open('alice', '/jira/apps/pledge/manage/items/laptop');
    await expect(portal.getByText("You don't manage Pledge")).toBeVisible();

    await open('admin', '/jira/settings/apps/pledge-settings/audit');
    const settings = surface(page, 'pledge-settings');
    for (const who of ['Ingrid', 'Fatima', 'Alice']) {
      const row = settings.getByRole('row', { name: new RegExp(`${who}.*Refused.*catalog.saveItem`) });
      await expect(row.first()).toBeVisible();
    }
  });

  test('nobody sees, by an address that was guessed, an item or a request that is not for them', async ({
    page,
    open,
    site,
  }) => {
    const nobody = { groups: [], users: [] };
    const only = { groups: [], users: [account('maria')] };
    await change(site, 'laptop', { entitlement: { availableFor: only, notAvailableFor: nobody } });
    const { rev } = await read(site, 'laptop');
    await insist(site, 'admin', 'catalog.publishItem', { itemId: 'laptop', rev });
    const { requestId } = await askForVpn(site, 'alice');

    await open('alice', '/jira/apps/pledge/catalog/item/laptop');
    const portal = surface(page, 'pledge-portal');
    await expect(portal.getByText(/This does not exist, or you don’t have access to it/)).toBeVisible();
    await expect(portal.getByText(/Laptop/)).toHaveCount(0);
    await open('maria', '/jira/apps/pledge/catalog/item/laptop');
    await expect(portal.getByRole('heading', { name: 'Laptop' })).toBeVisible();
    await open('hugo', `/jira/apps/pledge/requests/${requestId}`);
    await expect(portal.getByText(/This does not exist, or you don’t have access to it/)).toBeVisible();
    await open('alice', `/jira/apps/pledge/requests/${requestId}`);
    await expect(portal.getByRole('heading', { name: /VPN/ }).first()).toBeVisible();
  });
});
