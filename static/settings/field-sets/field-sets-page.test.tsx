import { fireEvent, screen, waitFor } from '@testing-library/react';
import { field } from '../../../test/support/samples';
import { answer, invocations, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { pageAddress } from '../addresses';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
jest.setTimeout(30_000);
const value = { id: 'costs', name: { en: 'Costs' }, form: [field('centre')] };
let users = [{ id: 'laptop', name: { en: 'Laptop' } }];

beforeEach(() => {
  resetBridge();
  prepareSurface();
  users = [{ id: 'laptop', name: { en: 'Laptop' } }];
  answer('settings.rows', () => ({
    rows: [{ rev: 4, state: 'current', changedAt: '', changedBy: '', value }],
  }));
  answer('catalog.setUses', () => ({ items: users }));
  answer('settings.save', () => ({ rev: 5 }));
});
const saves = () => invocations.filter(({ name }) => name === 'settings.save').length;

async function rename(): Promise<void> {
  showPage('field-sets', {}, pageAddress('field-sets', 'costs'));
  const name = await screen.findByRole('textbox', { name: 'Name (English)' }, LAZY);
  fireEvent.change(name, { target: { value: 'Who pays' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
}

it('names the items whose drafts a change reaches, and asks before', async () => {
  await rename();
  expect(await screen.findByRole('heading', { name: 'This set is used in 1 item' }, LAZY)).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'Laptop' })[0]).toHaveAttribute('href', '/items/laptop');
  expect(saves()).toBe(0);
  expect(screen.queryAllByRole('status').filter(({ childElementCount }) => childElementCount > 0)).toEqual(
    [],
  );
  fireEvent.click(screen.getByRole('button', { name: 'Save and change the drafts' }));
  await waitFor(() =>
    expect(payloadOf('settings.save')).toEqual({
      section: 'fieldSet',
      value: { ...value, name: { en: 'Who pays' } },
      rev: 4,
    }),
  );
});

it('asks nothing where nothing uses it', async () => {
  users = [];
  await rename();
  await waitFor(() => expect(saves()).toBe(1));
});
