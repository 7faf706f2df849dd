import { act } from '@testing-library/react';
import { enableTheme, loadViewer, viewer } from './context';
import { mountSurface } from './mount';

const mockAsked: string[] = [];
jest.mock('@atlaskit/css-reset', () => ({}));
jest.mock('@forge/bridge', () => ({
  ...jest.requireActual<object>('./testing/bridge'),
  view: {
    getContext: async () => {
      mockAsked.push('context');
      return { accountId: 'alice', locale: 'en-US', timezone: 'Europe/Berlin', extension: {} };
    },
    theme: { enable: async () => mockAsked.push('theme') },
  },
}));

it('draws a screen with its words, as whoever looks; the product is asked once, whoever asked before', async () => {
  document.body.innerHTML = '<div id="root"></div>';
  void loadViewer();
  void enableTheme();
  const words = async () => ({ default: { title: 'Title' } });
  await act(() =>
    mountSurface({
      title: 'title',
      texts: [{ en: words, ru: words }],
      render: () => `Words for ${viewer().accountId}`,
    }),
  );
  expect(document.querySelector('main')?.textContent).toBe('Words for alice');
  expect(document.title).toBe('Title');
  expect(mockAsked).toEqual(['context', 'theme']);
});
