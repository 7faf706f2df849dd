import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerProduct, requests, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { type Home, HomeProvider } from '../home-data';
import { At } from '../../kit/testing/at';
import { homeOf } from '../testing/samples';
import { HomePage } from './home-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

function open(home: Partial<Home> = {}) {
  const load = {
    loaded: { state: 'ready', value: homeOf(home) },
    reload: () => undefined,
    replace: () => undefined,
  } as const;
  render(
    <At path="/catalog">
      <HomeProvider value={load}>
        <HomePage />
      </HomeProvider>
    </At>,
  );
  return userEvent.setup();
}

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

  it('reminds of open requests and of a draft that was not sent', () => {
    open({
      openRequests: 2,
      drafts: [{ itemId: 'laptop', updatedAt: '2026-07-01T08:00:00Z', reason: 'submitFailed' }],
    });
    expect(screen.getByRole('link', { name: 'You have 2 open requests' })).toHaveAttribute(
      'href',
      '/requests',
    );
    expect(screen.getByText('Not sent')).toBeVisible();
  });

  it('finds items and articles for one question', async () => {
    answerProduct('/wiki/rest/api/search', found);
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'ноутбук');
    expect(screen.getByRole('region', { name: 'Services' })).toHaveTextContent('New laptop');
    expect(await screen.findByRole('button', { name: 'Laptop does not start' })).toBeVisible();
    expect(screen.getByText('power')).toBeVisible();
  });

  it('asks Confluence once typing pauses, not at every key', async () => {
    answerProduct('/wiki/rest/api/search', found);
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'laptop');
    await screen.findByRole('button', { name: 'Laptop does not start' });
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it('says so when nothing matches', async () => {
    answerProduct('/wiki/rest/api/search', { results: [] });
    const user = open();
    await user.type(screen.getByRole('searchbox'), 'xyzzyqwerty');
    expect(await screen.findByText('No service matches “xyzzyqwerty”')).toBeVisible();
    expect(await screen.findByText('No matching articles')).toBeVisible();
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
