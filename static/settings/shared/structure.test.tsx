/** The pages of catalogs, categories, services and offerings. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ShownStructure } from '../../../src/catalog/domain/call-answers';
import { error, textParam } from '../../../src/kernel/finding';
import { answer, answerProduct, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import type { PageKey } from '../addresses';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
const text = (en: string) => ({ en });
const category = (id: string, order: number, parentId?: string) => ({
  id,
  rev: 4,
  catalogId: 'it',
  name: text(id),
  description: text(''),
  icon: 'laptop',
  order,
  ...(parentId !== undefined && { parentId }),
});
const structure: ShownStructure = {
  catalogs: [{ id: 'it', rev: 2, name: text('IT'), managers: ['olga'], inPortal: true }],
  categories: [category('Hardware', 1), category('Phones', 2), category('Desks', 1, 'Hardware')],
  services: [
    {
      schema: 1,
      id: 'desk',
      rev: 3,
      name: text('Desk'),
      description: text(''),
      department: 'IT',
      owner: 'olga',
      status: 'active',
    },
  ],
  offerings: [
    {
      id: 'berlin',
      rev: 1,
      name: text('Berlin'),
      serviceId: 'desk',
      consumers: { groups: ['g'], users: [] },
    },
  ],
  pins: [{ id: 'first', rev: 2, name: text('Everybody'), items: ['laptop', 'phone'] }],
  announcements: [],
  agreements: [{ id: 'gold', name: 'Gold', serviceId: 'desk' }],
  managed: ['it'],
  inCategory: { Hardware: 2 },
  ofService: { desk: 2 },
};

const PUBLISHED = {
  state: 'published',
  version: 1,
  dirty: false,
  serviceId: 'desk',
  categoryIds: [],
  owner: 'olga',
  updatedAt: '2026-01-01T00:00:00.000Z',
  problems: 0,
  orders: 0,
  mayEdit: true,
} as const;

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/rest/api/3/', []);
  answer('catalog.structure', () => structure);
  answer('settings.save', () => ({ rev: 5 }));
  answer('catalog.delete', () => ({}));
});

function open(key: PageKey, path?: string) {
  showPage(key, {}, path);
  return userEvent.setup();
}

it('a catalog is made with its name, and shown in the portal unless somebody says otherwise', async () => {
  const user = open('catalogs');
  await user.click(await screen.findByRole('button', { name: 'New catalog' }, LAZY));
  await user.type(screen.getByLabelText('Name (English)'), 'People');
  await user.click(screen.getByRole('checkbox', { name: 'Show in the portal' }));
  expect(screen.getByText(/\/catalog\/of\//)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(payloadOf('settings.save')).toMatchObject({
      section: 'catalog',
      value: { name: { en: 'People' }, managers: [], inPortal: false },
      rev: 0,
    }),
  );
});

it('what still uses a member is named when it is to be deleted', async () => {
  answer('catalog.delete', () =>
    refusal({
      code: 'INVALID_DEFINITION',
      fields: [error('catalogInUse', '', { name: textParam(text('Hardware')) })],
    }),
  );
  const user = open('catalogs');
  await user.click(await screen.findByRole('button', { name: 'Delete IT' }, LAZY));
  const dialog = within(await screen.findByRole('dialog', undefined, LAZY));
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/“Hardware” is a category of this catalog/)).toBeVisible();
  expect(payloadOf('catalog.delete')).toEqual({ section: 'catalog', id: 'it', rev: 2 });
});

describe('categories', () => {
  const moves = (name: string) => within(screen.getByRole('group', { name: `Move ${name}` }));

  it('are moved with buttons, which say where they are now', async () => {
    const user = open('categories');
    await screen.findByRole('link', { name: 'Phones' }, LAZY);
    expect(moves('Phones').getByRole('button', { name: 'Move down: Phones' })).toBeDisabled();
    await user.click(moves('Phones').getByRole('button', { name: 'Move into the category above: Phones' }));
    await waitFor(() =>
      expect(payloadOf('settings.save')).toMatchObject({
        section: 'category',
        value: { id: 'Phones', parentId: 'Hardware', order: 2 },
        rev: 4,
      }),
    );
    expect(await screen.findByText('Phones: now 2 in Hardware')).toBeInTheDocument();
  });

  it('have an icon, a place and criteria', async () => {
    const user = open('categories', '/categories/Desks');
    await user.click(await screen.findByRole('radio', { name: 'Phone' }, LAZY));
    await user.selectOptions(screen.getByLabelText('Is in'), 'Phones');
    expect(screen.getByRole('region', { name: 'Available for' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(payloadOf('settings.save')).toMatchObject({
        value: { id: 'Desks', icon: 'phone', parentId: 'Phones', order: 0 },
      }),
    );
  });

  it('need a catalog first', async () => {
    answer('catalog.structure', () => ({ ...structure, catalogs: [], categories: [] }));
    open('categories');
    expect(await screen.findByRole('link', { name: 'New catalog' }, LAZY)).toHaveAttribute(
      'href',
      '/catalogs/new',
    );
  });
});

it('a service says what uses it, and is retired', async () => {
  const user = open('services', '/services/desk');
  expect(await screen.findByRole('link', { name: '2 published items' }, LAZY)).toHaveAttribute(
    'href',
    '/items?service=desk',
  );
  expect(screen.getByRole('link', { name: 'Offering Berlin' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Agreement Gold' })).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Status'), 'retired');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(payloadOf('settings.save')).toMatchObject({
      section: 'service',
      value: { status: 'retired' },
      rev: 3,
    }),
  );
});

it('pins stand in an order of their own, moved with buttons', async () => {
  const row = (id: string) => ({ ...PUBLISHED, id, name: text(id) });
  answer('catalog.items', () => ({ items: ['laptop', 'phone', 'desk'].map(row) }));
  const user = open('pins', '/pins/first');
  await user.click(await screen.findByRole('button', { name: 'Move up: phone' }, LAZY));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(payloadOf('settings.save')).toMatchObject({
      section: 'pins',
      value: { items: ['phone', 'laptop'] },
      rev: 2,
    }),
  );
});

it('an announcement says what of, when and to whom', async () => {
  answer('catalog.items', () => ({ items: [{ ...PUBLISHED, id: 'laptop', name: text('Laptop') }] }));
  const user = open('announcements');
  await user.click(await screen.findByRole('button', { name: 'New announcement' }, LAZY));
  await user.selectOptions(screen.getByLabelText('Kind'), 'knownIssue');
  await user.type(screen.getByLabelText('Heading (English)'), 'Slow mail');
  await user.type(screen.getByLabelText('Text (English)'), 'We are on it.');
  await user.type(screen.getByLabelText('Work item'), 'IT-42');
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-03-20T18:00' } });
  await user.selectOptions(screen.getByLabelText('Add to Items'), 'laptop');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(payloadOf('settings.save')).toMatchObject({
      section: 'announcement',
      value: {
        kind: 'knownIssue',
        name: { en: 'Slow mail' },
        issueKey: 'IT-42',
        to: '2026-03-20T18:00',
        items: ['laptop'],
        categories: [],
      },
      rev: 0,
    }),
  );
});

it('an offering names a service, its consumers and an agreement', async () => {
  const user = open('offerings', '/offerings/berlin');
  await user.selectOptions(await screen.findByLabelText('Agreement', undefined, LAZY), 'gold');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(payloadOf('settings.save')).toMatchObject({
      section: 'offering',
      value: { serviceId: 'desk', consumers: { groups: ['g'] }, agreementId: 'gold' },
    }),
  );
});
