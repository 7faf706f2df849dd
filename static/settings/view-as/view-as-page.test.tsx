import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalog, category } from '../../../test/support/samples';
import { answer, answerProduct, invocations, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 20_000 };
const maria = { accountId: 'maria', displayName: 'Maria', accountType: 'atlassian', active: true };
const item = (id: string, hidden: object | null) => ({
  ...{ id, name: { en: id }, categoryIds: ['hardware'], hidden },
});
const FEW = [
  item('laptop', null),
  item('server', { by: 'forOthers', unknown: ['groups', 'search'] }),
  item('badge', { by: 'shutOut', categoryId: 'hardware' }),
];

function prepare(items: readonly object[] = FEW): void {
  resetBridge();
  prepareSurface();
  answerProduct('/user/search', [maria]);
  answerProduct('/user?', maria);
  answer('catalog.structure', () => ({
    ...{ catalogs: [catalog('it'), catalog('hr')], categories: [category('hardware')], services: [] },
    ...{ offerings: [], pins: [], announcements: [], agreements: [], managed: [], inCategory: {} },
    ofService: {},
  }));
  answer('catalog.viewAs', () => ({ items }));
}

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

it('asks nothing before a person is chosen', async () => {
  prepare();
  const user = userEvent.setup();
  showPage('view-as');
  expect(await screen.findByText('Choose a person to see their catalog')).toBeInTheDocument();
  expect(invocations.map(({ name }) => name)).not.toContain('catalog.viewAs');
  await user.type(await screen.findByRole('combobox', { name: /As person/ }, LAZY), 'mar');
  await user.click(await screen.findByText('Maria', undefined, LAZY));
  await waitFor(() => expect(payloadOf('catalog.viewAs')).toEqual({ person: 'maria' }));
}, 40_000);

it('tells of each item whether the person sees it, and else whose list hides it and what is not known', async () => {
  prepare();
  showPage('view-as', {}, '/view-as?person=maria');
  expect(await screen.findByText(/1 of 3 items are shown/)).toBeInTheDocument();
  expect(rowOf('laptop')).toHaveTextContent('Shown');
  expect(rowOf('server')).toHaveTextContent(
    /The item itself: “Available for” names others.*their groups, as Jira.*a JQL finds for them/,
  );
  expect(rowOf('badge')).toHaveTextContent(/The category hardware: “Not available for”/);
  expect(screen.getByRole('link', { name: 'hardware' })).toHaveAttribute('href', '/categories/hardware');
});

it('leads to who may request the item', async () => {
  prepare();
  showPage('view-as', {}, '/view-as?person=maria');
  expect(await screen.findByRole('link', { name: 'server' })).toHaveAttribute('href', '/items/server/access');
});

it('is of one catalog where one is chosen', async () => {
  prepare();
  const user = userEvent.setup();
  showPage('view-as', {}, '/view-as?person=maria');
  await user.selectOptions(await screen.findByLabelText('Catalog'), 'hr');
  await waitFor(() => expect(payloadOf('catalog.viewAs')).toEqual({ person: 'maria', catalog: 'hr' }));
});

it('is filtered by what hides them, and finds one of two thousand', async () => {
  prepare([
    ...FEW,
    ...Array.from({ length: 2_000 }, (_, n) => item(`thing ${n}`, n % 2 === 0 ? null : { by: 'dates' })),
  ]);
  const user = userEvent.setup();
  showPage('view-as', {}, '/view-as?person=maria');
  expect(await screen.findByText(/1,001 of 2,003 items/)).toBeInTheDocument();
  expect(rows()).toHaveLength(100);
  await user.selectOptions(screen.getByLabelText('Which items'), 'Hidden: not available for them');
  expect(rows()).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText('Which items'), 'All items');
  await user.type(screen.getByRole('searchbox'), 'thing 1999');
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rowOf('thing 1999')).toHaveTextContent('it is not offered today');
}, 60_000);
