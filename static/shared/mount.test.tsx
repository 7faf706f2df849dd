import { act } from '@testing-library/react';
import { viewer } from './context';
import { mountSurface } from './mount';

jest.mock('@atlaskit/css-reset', () => ({}));
jest.mock('@forge/bridge', () => ({
  ...jest.requireActual<object>('./testing/bridge'),
  view: {
    getContext: async () => ({
      accountId: 'alice',
      locale: 'en-US',
      timezone: 'Europe/Berlin',
      extension: {},
    }),
    theme: { enable: async () => undefined },
  },
}));

it('what a screen asks for first is asked while its words are on their way, as whoever looks', async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const order: string[] = [];
  const words = async () => {
    order.push('words');
    return { default: { title: 'Title' } };
  };
  await act(() =>
    mountSurface({
      title: 'title',
      texts: [{ en: words, ru: words }],
      begin: () => order.push(`asked by ${viewer().accountId}`),
      render: () => {
        order.push('drawn');
        return 'Words';
      },
    }),
  );
  expect(order.slice(0, 3)).toEqual(['asked by alice', 'words', 'drawn']);
  expect(document.querySelector('main')?.textContent).toBe('Words');
});
