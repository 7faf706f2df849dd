/** The list of catalog items: found, filtered, moved several at once, by those who may. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItemRow, ShownStructure } from '../../../src/catalog/domain/call-answers';
import { answer, answerProduct, invocations, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { rightsOf } from '../rights';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
const row = (id: string, over: Partial<ItemRow> = {}): ItemRow => ({
  id,
  name: { en: id },
  state: 'published',
  version: 1,
  dirty: false,
  serviceId: 'desk',
  categoryIds: ['top'],
  owner: 'olga',
  updatedAt: '2026-01-01T00:00:00.000Z',
  problems: 0,
  orders: 0,
  mayEdit: true,
  ...over,
});
const category = (id: string, parentId?: string) => ({
  id,
  catalogId: 'it',
  name: { en: id },
  description: { en: '' },
  icon: 'box',
  order: 0,
  ...(parentId !== undefined && { parentId }),
});
const structure: ShownStructure = {
  catalogs: [{ id: 'it', name: { en: 'IT' }, managers: [], inPortal: true }],
  categories: [category('top'), category('below', 'top'), category('aside')],
  services: [],
  offerings: [],
  pins: [],
  announcements: [],
  agreements: [],
  managed: ['it'],
  inCategory: {},
  ofService: {},
};

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/user/bulk', {
    values: [{ accountId: 'olga', displayName: 'Olga', active: true, accountType: 'atlassian' }],
  });
  answer('catalog.structure', () => structure);
  answer('catalog.items', ({ cursor }) =>
    cursor === undefined
      ? {
          items: [
            row('Laptop', { orders: 3 }),
            row('Phone', { categoryIds: ['below'], orders: 9, problems: 2 }),
          ],
          next: '1:',
        }
      : { items: [row('Desk', { categoryIds: ['aside'], state: 'draft' }), row('Laptop', { orders: 3 })] },
  );
});

const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent);

async function open(
  path = '/items',
  rights = rightsOf({ roles: [], jiraAdmin: true }),
  awaited: string | undefined = 'Desk',
) {
  showPage('items', { rights }, path);
  await screen.findByRole('link', { name: awaited }, LAZY).catch(() => undefined);
  return userEvent.setup();
}

it('shows every page of items, each item once', async () => {
  await open();
  expect(names()).toEqual(['Desk', 'Laptop', 'Phone']);
  expect(invocations.filter(({ name }) => name === 'catalog.items')).toHaveLength(2);
});

it.each([
  ['/items?category=top', ['Laptop', 'Phone']],
  ['/items?state=draft', ['Desk']],
  ['/items?problems=some', ['Phone']],
  ['/items?sort=orders', ['Phone', 'Laptop', 'Desk']],
  ['/items?owner=olga&q=aside', ['Desk']],
])('at %s shows %j', async (path, expected) => {
  await open(path, undefined, expected[0]);
  await waitFor(() => expect(names()).toEqual(expected), LAZY);
});

it('says when no item fits', async () => {
  const user = await open();
  await user.selectOptions(screen.getByLabelText('Any state'), 'retired');
  expect(screen.getByText('No catalog item fits these filters')).toBeVisible();
});

it('moves several, and says what became of each', async () => {
  answer('catalog.moveItems', () => ({ moved: ['Laptop'], drafts: ['Phone'], refused: [] }));
  const user = await open();
  await user.click(screen.getByRole('button', { name: 'Move several…' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select Laptop' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select Phone' }));
  const [row] = screen.getAllByRole('row').filter((each) => each.textContent.includes('Laptop'));
  expect(row!.firstElementChild).toContainElement(screen.getByRole('checkbox', { name: 'Select Laptop' }));
  expect(row).not.toHaveTextContent('Select');
  await user.selectOptions(screen.getByLabelText('Move to…'), 'Category: aside');
  await user.click(screen.getByRole('button', { name: 'Move' }));
  expect(await screen.findByText(/1 item moved\. Moved in the draft only.*: Phone\./)).toBeVisible();
  expect(payloadOf('catalog.moveItems')).toEqual({ ids: ['Laptop', 'Phone'], categoryId: 'aside' });
});

it('offers an owner neither new items nor copies, but to retire their own', async () => {
  answer('catalog.structure', () => ({ ...structure, managed: [] }));
  await open('/items', rightsOf({ roles: [], jiraAdmin: false, edits: true }));
  expect(screen.queryByRole('button', { name: 'New catalog item' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Duplicate Laptop' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Retire Laptop' })).toBeEnabled();
});
