import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { prepareSurface } from '../../shared/testing/surface';
import { AppLink } from './app-link';
import { HistoryRouter, useRouter } from './router';

type Listener = (place: { pathname: string; search: string }) => void;

const mockListeners = new Set<Listener>();
const mockPushed: string[] = [];
const mockMove: Listener = (place) => {
  for (const listener of mockListeners) listener(place);
};

/** The documented shape and nothing more; every function answers across frames, so by a promise. */
jest.mock('@forge/bridge', () => ({
  view: {
    createHistory: () =>
      Promise.resolve({
        action: 'POP',
        location: { pathname: '/requests', search: '' },
        push: (path: string) => {
          mockPushed.push(path);
          mockMove({ pathname: path, search: '' });
          return Promise.resolve();
        },
        replace: () => Promise.resolve(),
        listen: (listener: Listener) => {
          mockListeners.add(listener);
          return Promise.resolve(() => Promise.resolve(mockListeners.delete(listener)));
        },
      }),
  },
}));

function Where() {
  const { route } = useRouter();
  return (
    <>
      <p>at {route.page}</p>
      <AppLink to={{ page: 'item', itemId: 'a b' }}>Item</AppLink>
    </>
  );
}

beforeEach(() => {
  window.scrollTo = () => undefined;
  mockListeners.clear();
  mockPushed.length = 0;
  prepareSurface();
});

describe("the product's history", () => {
  it('needs nothing that is not documented: links have the paths of their pages', async () => {
    render(
      <HistoryRouter>
        <Where />
      </HistoryRouter>,
    );
    expect(await screen.findByText('at requests')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Item' })).toHaveAttribute('href', '/catalog/item/a%20b');
    await userEvent.click(screen.getByRole('link', { name: 'Item' }));
    expect(mockPushed).toEqual(['/catalog/item/a%20b']);
    expect(screen.getByText('at item')).toBeVisible();
  });

  it('is followed when the product moves, and let go of when the portal goes away', async () => {
    const { unmount } = render(
      <HistoryRouter>
        <Where />
      </HistoryRouter>,
    );
    await screen.findByText('at requests');
    act(() => mockMove({ pathname: '/board', search: '' }));
    expect(screen.getByText('at board')).toBeVisible();
    unmount();
    await Promise.resolve();
    await Promise.resolve();
    expect(mockListeners.size).toBe(0);
  });
});
