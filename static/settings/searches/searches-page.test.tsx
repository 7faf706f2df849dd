import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { content } from '../../../test/support/samples';
import { answer, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const row = (id: string, name: string) => ({
  ...{ id, name: { en: name }, state: 'published', version: 1, dirty: false, serviceId: '', categoryIds: [] },
  ...{ owner: 'sergey', updatedAt: '2026-06-01T09:00:00.000Z', problems: 0, orders: 0, mayEdit: true },
});
const lastAt = '2026-06-01T09:00:00.000Z';

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answer('catalog.items', () => ({ items: [row('parking', 'Parking space')] }));
  answer('catalog.searches', () => ({
    ...{ searches: 40, without: 9, otherwise: 12 },
    missed: [
      { words: 'car place', times: 7, lastAt },
      { words: 'rare', times: null, lastAt },
    ],
  }));
});

test('tells what was searched for in vain, and of few not how many', async () => {
  showPage('searches');
  expect(await screen.findByText('car place')).toBeInTheDocument();
  expect(screen.getByText(/7 times/)).toBeInTheDocument();
  expect(screen.getByText(/fewer than 5 times/)).toBeInTheDocument();
  expect(screen.getByText(/40 searches/)).toHaveTextContent('9');
  expect(
    screen.getByText(/^12 requests of the last 90 days went to the item for everything/),
  ).toBeInTheDocument();
});

test('makes the words a keyword of the item that was meant, and takes them off the list', async () => {
  answer('catalog.item', () => ({ item: { rev: 3, content: content({ keywords: ['garage'] }) } }));
  answer('catalog.saveItem', () => ({ item: {}, problems: [] }));
  answer('catalog.forgetSearch', () => ({}));
  const user = userEvent.setup();
  showPage('searches');
  await user.click((await screen.findAllByRole('button', { name: 'Add as a keyword' }))[0]!);
  await user.selectOptions(await screen.findByRole('combobox'), 'parking');
  await user.click(screen.getAllByRole('button', { name: 'Add as a keyword' }).at(-1)!);
  await waitFor(() => expect(payloadOf('catalog.forgetSearch')).toEqual({ words: 'car place' }));
  expect(payloadOf('catalog.saveItem')).toMatchObject({
    itemId: 'parking',
    rev: 3,
    content: { keywords: ['garage', 'car place'] },
  });
  expect(await screen.findByRole('link', { name: 'Parking space' })).toBeInTheDocument();
});
