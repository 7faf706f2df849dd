import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Switch, useLocation, useSearchParams } from 'wouter';
import { prepareSurface } from '../../shared/testing/surface';
import { AddressRouter } from './address-router';
import { named } from './named';
import { useAddressParam } from './use-address-param';

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (place: { pathname: string; search: string }, action: Action) => void;

const mockListeners = new Set<Listener>();
const mockTold: string[] = [];
let mockStart: { pathname: string; search: string } | null = null;

const move = (path: string, action: Action = 'POP'): void => {
  const [pathname = '', search] = path.split('?');
  for (const listener of mockListeners)
    listener({ pathname, search: search === undefined ? '' : `?${search}` }, action);
};

/** The documented shape and nothing more; every function answers across frames, so by a promise. */
jest.mock('@forge/bridge', () => ({
  view: {
    createHistory: () =>
      mockStart === null
        ? Promise.reject(new Error('This module has no history.'))
        : Promise.resolve({
            action: 'POP',
            location: mockStart,
            push: (path: string) => Promise.resolve(mockTold.push(`push ${path}`)),
            replace: (path: string) => Promise.resolve(mockTold.push(`replace ${path}`)),
            listen: (listener: Listener) => {
              mockListeners.add(listener);
              return Promise.resolve(() => Promise.resolve(mockListeners.delete(listener)));
            },
          }),
  },
}));

function Where() {
  const [path, go] = useLocation();
  const [search] = useSearchParams();
  const [query, setQuery] = useAddressParam('q');
  return (
    <>
      <p>at {path}</p>
      <p>shows {[...search].map((pair) => pair.join(': ')).join(', ')}</p>
      <Link to="/catalog/item/a%20b">Item</Link>
      <button type="button" onClick={() => go('/board')}>
        Board
      </button>
      <input aria-label="Search" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      <Switch>
        <Route path="/catalog/item/:itemId">{({ itemId }) => <p>item {named(itemId)}.</p>}</Route>
      </Switch>
    </>
  );
}

async function open(pathname: string, search = '') {
  mockStart = { pathname, search };
  const { unmount } = render(
    <AddressRouter>
      <Where />
    </AddressRouter>,
  );
  await screen.findByText(`at ${pathname}`);
  return unmount;
}

beforeEach(() => {
  mockListeners.clear();
  mockTold.length = 0;
  prepareSurface();
});

describe("the product's history", () => {
  it('needs nothing that is not documented: links have the paths of their pages', async () => {
    await open('/requests');
    expect(screen.getByRole('link', { name: 'Item' })).toHaveAttribute('href', '/catalog/item/a%20b');
    await userEvent.click(screen.getByRole('link', { name: 'Item' }));
    expect(mockTold).toEqual(['push /catalog/item/a%20b']);
    expect(screen.getByText('item a b.')).toBeVisible();
  });

  it('is followed when the product moves, and let go of when the screen goes away', async () => {
    const unmount = await open('/requests');
    act(() => move('/board?show=paused', 'PUSH'));
    expect(screen.getByText('at /board')).toBeVisible();
    expect(screen.getByText('shows show: paused')).toBeVisible();
    unmount();
    await Promise.resolve();
    await Promise.resolve();
    expect(mockListeners.size).toBe(0);
  });

  it('tells where the app stands on the site, so that links can be copied and opened beside', async () => {
    prepareSurface({ extension: { location: 'https://x.atlassian.net/jira/apps/a/e/requests?show=closed' } });
    await open('/requests', '?show=closed');
    expect(screen.getByRole('link', { name: 'Item' })).toHaveAttribute(
      'href',
      'https://x.atlassian.net/jira/apps/a/e/catalog/item/a%20b',
    );
  });

  it('has a stand-in where the product gives none: the screen works, only its address shows nothing', async () => {
    mockStart = null;
    render(
      <AddressRouter>
        <Where />
      </AddressRouter>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Board' }));
    expect(screen.getByText('at /board')).toBeVisible();
  });
});

describe('names in an address', () => {
  it.each(['laptop', 'a/b %', '50%25', 'Ноутбук?&#'])('survive it: %s', async (name) => {
    await open(`/catalog/item/${encodeURIComponent(name)}`);
    expect(screen.getByText(`item ${name}.`)).toBeVisible();
  });

  it('with a broken percent sign are taken as they stand', async () => {
    await open('/catalog/item/50%');
    expect(screen.getByText('item 50%.')).toBeVisible();
  });
});

describe('what is typed', () => {
  it('is in the address once typing pauses, in place of what was there, and before one goes on', async () => {
    const user = userEvent.setup();
    await open('/catalog', '?category=it');
    await user.type(screen.getByRole('textbox', { name: 'Search' }), '5% & more');
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('5% & more');
    await user.click(screen.getByRole('button', { name: 'Board' }));
    expect(mockTold).toEqual(['replace /catalog?category=it&q=5%25+%26+more', 'push /board']);
    act(() => move('/catalog?category=it&q=5%25+%26+more'));
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('5% & more');
  });

  it('stays where it went while the product still says what it was told', async () => {
    const user = userEvent.setup();
    await open('/catalog');
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'lap');
    await user.click(screen.getByRole('button', { name: 'Board' }));
    for (const told of mockTold) {
      act(() => move(told.replace(/^\w+ /, ''), told.startsWith('push') ? 'PUSH' : 'REPLACE'));
      expect(screen.getByText('at /board')).toBeVisible();
    }
    expect(mockTold).toEqual(['replace /catalog?q=lap', 'push /board']);
    act(() => move('/catalog?q=lap'));
    expect(screen.getByText('at /catalog')).toBeVisible();
  });

  it('is not taken back by the echo of what was told before', async () => {
    const user = userEvent.setup();
    await open('/catalog');
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'lap');
    await act(async () => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(mockTold).toEqual(['replace /catalog?q=lap']);
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'top');
    act(() => move('/catalog?q=lap', 'REPLACE'));
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('laptop');
    act(() => move('/catalog'));
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveValue('');
  });
});
