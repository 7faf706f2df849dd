import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, answerProduct, payloadOf, requests, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { type Home, HomeProvider } from '../home-data';
import type { Load } from '../../shared/use-load';
import { ownHistory } from '../../kit/address/page-history';
import { At } from '../../kit/testing/at';
import { notedSearches } from '../search/noted-searches';
import { homeLoad, homeOf, lineOf, requestOf } from '../testing/samples';
import { HomePage } from './home-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

function open(home: Partial<Home> = {}) {
  const history = ownHistory('/catalog');
  render(
    <At history={history}>
      <HomeProvider value={homeLoad(home)}>
        <HomePage />
      </HomeProvider>
    </At>,
  );
  return Object.assign(userEvent.setup(), { history });
}

/** A search settles, then Confluence is asked. */
const SLOW = { timeout: 10_000 };

const found = {
  results: [
    {
      content: { id: '55', title: 'Laptop does not start' },
      excerpt: 'Hold the @@@hl@@@power@@@endhl@@@',
      url: '/x',
    },
  ],
};

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

describe('the catalog', () => {
  it('shows popular items and all of them by category', () => {
    open();
    expect(screen.getByRole('region', { name: 'Popular' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'IT' })).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'New laptop' })).toHaveLength(2);
  });

  it('shows an item once before its category, whatever leads to it', () => {
    open({ pinned: ['laptop'], favourites: ['laptop'], recent: ['laptop'] });
    expect(screen.getByRole('region', { name: 'Pinned' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Favourites' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Popular' })).toBeNull();
    expect(screen.getAllByRole('link', { name: 'New laptop' })).toHaveLength(2);
  });

  it('shows six popular items, and the next where one stands elsewhere already', () => {
    const [laptop] = homeOf().items;
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const items = ids.map((id) => ({ ...laptop!, id, name: { en: id } }));
    open({ items, popular: ids, pinned: ['b'] });
    const region = within(screen.getByRole('region', { name: 'Popular' }));
    expect(region.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      ...['a', 'c', 'd', 'e', 'f', 'g'],
    ]);
  });

  it('says first what waits for the viewer', () => {
    open({
      pendingApprovals: 2,
      waiting: [{ requestId: 'r1', issueKey: 'IT-7', itemId: 'laptop', why: 'answer' }],
    });
    const region = screen.getByRole('region', { name: 'Waiting for you' });
    expect(within(region).getByRole('link', { name: '2 requests to approve' })).toHaveAttribute(
      'href',
      '/approvals',
    );
    expect(within(region).getByRole('link', { name: 'IT-7 New laptop' })).toHaveAttribute(
      'href',
      '/requests/r1',
    );
    expect(within(region).getByText('Waiting for your answer')).toBeVisible();
  });

  it('tells on the tile how soon and for how much', () => {
    const [laptop] = homeOf().items;
    const promise = { ms: 2 * 28_800_000, dayMs: 28_800_000 };
    const price = { amount: 900, currency: 'EUR' };
    open({ items: [{ ...laptop!, promise, price: { ...price, varies: true } }], popular: [] });
    expect(screen.getByText('Within 2 working days · from €900')).toBeVisible();
    cleanup();
    open({ items: [{ ...laptop!, promise, price }], popular: [] });
    expect(screen.getByText('Within 2 working days · €900')).toBeVisible();
    cleanup();
    const monthly = { amount: 0, currency: 'EUR', recurring: { amount: 5, period: 'month' as const } };
    open({ items: [{ ...laptop!, price: monthly }], popular: [] });
    expect(screen.getByText('€5 a month')).toBeVisible();
    cleanup();
    open({ items: [{ ...laptop!, price: { ...price, amount: 0, varies: true } }], popular: [] });
    expect(screen.getByText('from €0')).toBeVisible();
    cleanup();
    open({ items: [{ ...laptop!, promise: { ms: 14_400_000, varies: true } }], popular: [] });
    expect(screen.getByText('Usually within 4 h')).toBeVisible();
  });

  it('opens categories down to the third level, and the way back', async () => {
    const [it] = homeOf().categories;
    const [laptop] = homeOf().items;
    const category = (id: string, parentId: string) => ({ ...it!, id, parentId, name: { en: id } });
    const user = open({
      popular: [],
      categories: [it!, category('Devices', 'it'), category('Laptops', 'Devices'), category('Desks', 'it')],
      items: [
        { ...laptop!, id: 'desk', name: { en: 'Desk' }, categoryIds: ['Desks'] },
        { ...laptop!, categoryIds: ['Laptops'] },
      ],
    });
    await user.click(screen.getByRole('button', { name: 'IT' }));
    await user.click(screen.getByRole('button', { name: 'Devices' }));
    expect(screen.queryByRole('link', { name: 'Desk' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Laptops' }));
    expect(screen.getByRole('heading', { name: 'Laptops' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'New laptop' })).toBeVisible();
    await user.click(within(screen.getByRole('group', { name: 'IT' })).getByRole('button', { name: 'All' }));
    expect(screen.getByRole('link', { name: 'Desk' })).toBeVisible();
  });

  it('tells what is announced while it is so, at the category where one is opened', async () => {
    const about = { text: { en: 'Told.' }, everywhere: false, categoryIds: [], itemIds: ['laptop'] };
    const user = open({
      announcements: [
        { id: 'a', kind: 'information', name: { en: 'Move' }, ...about, everywhere: true },
        { id: 'b', kind: 'knownIssue', name: { en: 'Keyboards' }, issueKey: 'IT-7', ...about },
        { id: 'c', kind: 'information', name: { en: 'Over' }, ...about, to: 1 },
        { id: 'd', kind: 'information', name: { en: 'Later' }, ...about, from: Date.now() + 60_000 },
      ],
    });
    const told = async () =>
      (await screen.findAllByText('Told.')).map((text) => text.closest('section')?.textContent ?? '');
    expect(await told()).toEqual([
      expect.stringMatching(/^Known problem: Keyboards.*Worked on in IT-7/),
      expect.stringMatching(/^Move/),
    ]);
    await user.click(screen.getByRole('button', { name: 'IT' }));
    expect((await told()).map((text) => text.slice(0, 5))).toEqual(['MoveT', 'Known']);
  });

  it('offers to tell of a known problem when it is solved, and says what is', async () => {
    answer('portal.follow', () => ({ following: ['b'] }));
    const about = { everywhere: true, categoryIds: [], itemIds: [] };
    const user = open({
      solved: [
        { id: 'a', name: { en: 'Slow mail' } },
        { id: 'r', name: { en: 'Desk move' }, undone: true },
      ],
      announcements: [
        {
          id: 'b',
          kind: 'knownIssue',
          name: { en: 'Keyboards' },
          text: { en: 'Told.' },
          issueKey: 'IT-7',
          reported: 5,
          ...about,
        },
      ],
    });
    expect(screen.getByText(/^Solved: Slow mail/)).toBeVisible();
    expect(screen.getByText(/^Closed without being done: Desk move/)).toBeVisible();
    expect(await screen.findByText('At least 5 colleagues reported or follow this.')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Tell me when it is solved' }));
    expect(payloadOf('portal.follow')).toEqual({ announcementId: 'b', isOn: true });
  });

  it('asks to keep a star', async () => {
    answer('portal.favourite', () => ({ favourites: ['laptop'] }));
    const user = open({ popular: [] });
    await user.click(screen.getByRole('button', { name: 'Favourite: New laptop' }));
    expect(payloadOf('portal.favourite')).toEqual({ itemId: 'laptop', isOn: true });
  });

  it('reminds of open requests and of a draft that was not sent', async () => {
    open({
      openRequests: 2,
      drafts: [lineOf({ reason: 'submitFailed' })],
    });
    expect(screen.getByRole('link', { name: 'You have 2 open requests' })).toHaveAttribute(
      'href',
      '/requests',
    );
    expect(await screen.findByText('Not sent')).toBeVisible();
  });

  it('finds items, articles, own requests and owners for one question, each with what it is for', async () => {
    answerProduct('/wiki/rest/api/search', found);
    answerProduct('/rest/api/3/user/bulk', {
      values: [{ accountId: 'sergey', displayName: 'Sergey Orlov' }],
    });
    answer('portal.words', () => ({ words: [{ id: 'laptop', words: '', owner: 'sergey', pages: [] }] }));
    answer('requests.list', () => ({ rows: [requestOf()] }));
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'laptops');
    const results = screen.getByRole('list', { name: 'Search results' });
    expect(await within(results).findByRole('button', { name: 'Laptop does not start' })).toBeVisible();
    expect(await within(results).findByRole('link', { name: 'Sergey Orlov' })).toBeVisible();
    expect(
      within(results)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([
      'New laptopSet up for youRequest',
      'IT-7 New laptopIn progressSee status',
      'Laptop does not startHold the powerRead here',
      'Sergey OrlovNew laptopWho owns this',
    ]);
    expect(within(results).getAllByText('laptop', { selector: 'mark' })).toHaveLength(2);
  });

  it('finds own requests that are over where no open one fits, and asks for them once', async () => {
    const asked: string[] = [];
    const closed = { ...requestOf(), itemName: { en: 'Visitor badge' }, title: 'Visitor badge' };
    answer('requests.list', ({ scope }) => {
      asked.push(scope);
      return { rows: scope === 'open' ? [requestOf()] : [closed] };
    });
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'badge');
    const results = screen.getByRole('list', { name: 'Search results' });
    expect(await within(results).findByRole('link', { name: 'Visitor badge' }, SLOW)).toBeVisible();
    await user.type(screen.getByRole('searchbox'), ' laptop');
    expect(await within(results).findByRole('link', { name: 'IT-7 New laptop' })).toBeVisible();
    await user.type(screen.getByRole('searchbox'), '{Backspace}'.repeat(7));
    expect(await within(results).findByRole('link', { name: 'Visitor badge' }, SLOW)).toBeVisible();
    expect(asked.filter((scope) => scope === 'closed')).toHaveLength(1);
  });

  it('keeps what was searched for in vain without whose it is, and no name that somebody was searched for by', async () => {
    answerProduct('/rest/api/3/user/bulk', {
      values: [{ accountId: 'sergey', displayName: 'Sergey Orlov' }],
    });
    answer('portal.words', () => ({ words: [{ id: 'laptop', words: '', owner: 'sergey', pages: [] }] }));
    answer('requests.list', () => ({ rows: [] }));
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'sergey orlov');
    await screen.findByRole('link', { name: 'Sergey Orlov' }, SLOW);
    await waitFor(() => expect(notedSearches()).toHaveLength(1), SLOW);
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'parking');
    await waitFor(() => expect(notedSearches()).toHaveLength(2), SLOW);
    expect(notedSearches()).toEqual([
      { words: 'sergey orlov', found: true },
      { words: 'parking', found: false },
    ]);
  });

  it('is searched before it is there: what was typed is kept, and answered once it is', async () => {
    const shown = (home: Load<Home>) => (
      <At history={history}>
        <HomeProvider value={home}>
          <HomePage />
        </HomeProvider>
      </At>
    );
    const history = ownHistory('/catalog');
    const { rerender } = render(shown({ ...homeLoad({}), loaded: { state: 'loading' } }));
    const box = screen.getByRole('searchbox');
    await userEvent.type(box, 'laptop');
    rerender(shown(homeLoad({})));
    expect(screen.getByRole('searchbox')).toBe(box);
    expect(box).toHaveFocus();
    expect((await screen.findAllByRole('link', { name: 'New laptop' })).length).toBeGreaterThan(0);
    expect(screen.queryByRole('region', { name: 'Popular' })).toBeNull();
  });

  it('is searched by keyboard: arrows lead to what was found and back, Enter opens the first', async () => {
    answerProduct('/wiki/rest/api/search', found);
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'laptop');
    await screen.findByRole('button', { name: 'Laptop does not start' });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('button', { name: 'Laptop does not start' })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('link', { name: 'New laptop' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(user.history.location.pathname).toBe('/catalog/item/laptop');
  });

  it('finds an item by an article that is pinned to it, where nothing else of it fits', async () => {
    answerProduct('/wiki/rest/api/search', {
      results: [{ content: { id: '55', title: 'Defragmentation' }, excerpt: '', url: '/x' }],
    });
    answer('portal.words', () => ({ words: [{ id: 'laptop', words: '', owner: '', pages: ['55'] }] }));
    const user = open({ key: 'of the pinned' });
    await user.type(screen.getByRole('searchbox'), 'defragmentation');
    expect(await screen.findByRole('link', { name: 'New laptop' })).toBeVisible();
  });

  it('asks Confluence once typing pauses, not at every key', async () => {
    answerProduct('/wiki/rest/api/search', found);
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'laptop');
    await screen.findByRole('button', { name: 'Laptop does not start' });
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it('asks what is needed when nothing matches, and takes the words along', async () => {
    answerProduct('/wiki/rest/api/search', { results: [] });
    const other = { ...homeOf().items[0]!, id: 'other', name: { en: 'Something else' }, catchAll: 'what' };
    const user = open({ items: [...homeOf().items, other] });
    await user.type(screen.getByRole('searchbox'), 'xyzzyqwerty');
    expect(await screen.findByText('No service matches “xyzzyqwerty”', undefined, SLOW)).toBeVisible();
    await user.type(screen.getByLabelText('What do you need?'), ' please');
    await user.click(screen.getByRole('button', { name: 'Something else' }));
    expect(user.history.location).toEqual({
      pathname: '/catalog/item/other',
      search: '?answer.what=xyzzyqwerty+please',
    });
  });

  it('says so when nothing matches and nobody is there to ask', async () => {
    answerProduct('/wiki/rest/api/search', { results: [] });
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'xyzzyqwerty');
    expect(await screen.findByText(/Try another word/, undefined, SLOW)).toBeVisible();
  });

  it('says what is missing without Confluence and asks it nothing', async () => {
    const user = open({ confluence: false });
    await user.type(screen.getByRole('searchbox'), 'laptop');
    expect(await screen.findByText(/not connected to Confluence/)).toBeVisible();
    expect(requests).toEqual([]);
  });

  it('tells an administrator how to begin, and others whom to ask', () => {
    open({
      configured: false,
      me: { accountId: 'admin', roles: [], jiraAdmin: true, edits: false, jira: true },
    });
    expect(screen.getByText(/import a configuration under Manage/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Get started' })).toBeVisible();
    cleanup();
    open({ configured: false });
    expect(screen.getByText(/An administrator has to publish the first services/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Get started' })).toBeNull();
  });
});
