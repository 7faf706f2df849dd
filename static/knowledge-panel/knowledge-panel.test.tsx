import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { prepareSurface } from '../shared/testing/surface';
import { KnowledgePanel } from './knowledge-panel';

interface Sent {
  readonly path: string;
  readonly body: string | undefined;
}
const sent: Sent[] = [];
const called: [string, unknown][] = [];
let confluenceStatus = 200;
let backend: Record<string, unknown> = {};

const pages = [
  { id: '201', title: 'Connect to the VPN', excerpt: 'Install the @@@hl@@@VPN@@@endhl@@@ client' },
  { id: '202', title: 'Travel checklist', excerpt: 'The VPN fails abroad without its token' },
  { id: '203', title: 'Pinned page', excerpt: '' },
];
const found = (page: (typeof pages)[number]) => ({
  content: { id: page.id, title: page.title },
  title: page.title,
  excerpt: page.excerpt,
  url: `/pages/${page.id}`,
  lastModified: '2026-10-03T10:00:00.000Z',
});
const answer = (status: number, body: unknown) => ({
  ok: status < 300,
  status,
  text: () => Promise.resolve(JSON.stringify(body)),
});

jest.mock('@forge/bridge', () => ({
  requestJira: (path: string, init?: { body?: string }) => {
    sent.push({ path, body: init?.body });
    return Promise.resolve(answer(200, { fields: { summary: 'VPN fails', description: null } }));
  },
  requestConfluence: (path: string) => {
    const pinned = decodeURIComponent(path).includes('id in (203)');
    return Promise.resolve(
      answer(confluenceStatus, { results: (pinned ? pages.slice(2) : pages.slice(0, 2)).map(found) }),
    );
  },
  makeInvoke: () => (name: string, payload: unknown) => {
    called.push([name, payload]);
    return Promise.resolve({ ok: true, value: backend[name] });
  },
  router: { open: () => Promise.resolve() },
  view: { refresh: () => Promise.resolve() },
}));

const issue = { id: '100', key: 'IT-7' };
const link = (pageId: string, title: string, kind: string) => ({ pageId, title, kind });
const known = (over: object = {}) => ({
  links: [],
  pinned: ['203'],
  scope: { spaceKeys: [], labels: [] },
  confluence: true,
  canLink: true,
  ...over,
});

beforeEach(() => {
  sent.length = 0;
  called.length = 0;
  confluenceStatus = 200;
  backend = {
    'knowledge.issue': known(),
    'knowledge.link': { links: [link('201', 'Connect to the VPN', 'resolved')] },
    'knowledge.canSee': { readers: 'no' },
  };
  prepareSurface({ accountId: 'ingrid' });
});

describe('the knowledge panel', () => {
  it('puts pinned articles first, then the best fit for the issue, with hits marked', async () => {
    render(<KnowledgePanel issue={issue} />);
    expect(await screen.findByText('Recommended')).toBeInTheDocument();
    const titles = screen.getAllByRole('link').map((each) => each.textContent);
    expect(titles).toEqual(['Pinned page', 'Connect to the VPN', 'Travel checklist']);
    expect(screen.getByText('VPN', { selector: 'mark' })).toBeInTheDocument();
  });

  it('moves an article that solved it to the linked ones', async () => {
    render(<KnowledgePanel issue={issue} />);
    await screen.findByText('Recommended');
    await userEvent.click(screen.getByRole('button', { name: 'Solved it: Connect to the VPN' }));
    const linked = await screen.findByRole('heading', { name: 'Linked articles' });
    expect(linked.parentElement).toHaveTextContent('Connect to the VPN');
    expect(called).toContainEqual(['knowledge.link', { issueId: '100', pageId: '201', kind: 'resolved' }]);
    expect(screen.getAllByRole('link', { name: 'Connect to the VPN' })).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent('is marked as the solution');
  });

  it('warns before sharing what the requester can not open, and replies as the agent', async () => {
    render(<KnowledgePanel issue={issue} />);
    await screen.findByText('Recommended');
    await userEvent.click(screen.getByRole('button', { name: 'Share: Connect to the VPN' }));
    const form = await screen.findByRole('form', { name: 'Share' });
    expect(await within(form).findByRole('alert')).toHaveTextContent('can’t open this page');
    await userEvent.click(within(form).getByRole('button', { name: 'Send reply' }));
    await screen.findByRole('heading', { name: 'Linked articles' });
    const reply = sent.find((each) => each.path === '/rest/api/3/issue/100/comment');
    expect(reply?.body).toContain('https://example.atlassian.net/wiki/pages/viewpage.action?pageId=201');
    expect(called).toContainEqual(['knowledge.link', { issueId: '100', pageId: '201', kind: 'shared' }]);
  });

  it.each([
    ['Confluence does not tell', { readers: 'unknown' }],
    ['the question fails', undefined],
  ])('says that it could not check who may read the page when %s', async (_why, value) => {
    backend['knowledge.canSee'] = value;
    render(<KnowledgePanel issue={issue} />);
    await screen.findByText('Recommended');
    await userEvent.click(screen.getByRole('button', { name: 'Share: Connect to the VPN' }));
    const form = await screen.findByRole('form', { name: 'Share' });
    expect(await within(form).findByRole('alert')).toHaveTextContent('Pledge could not check');
  });

  it('offers nothing to change to somebody who may not edit the issue', async () => {
    backend['knowledge.issue'] = known({ canLink: false });
    render(<KnowledgePanel issue={issue} />);
    await screen.findByText('Recommended');
    expect(screen.queryByRole('button', { name: /^Link/ })).toBeNull();
  });

  it.each([
    ['the backend says so', 200, known({ confluence: false })],
    ['Confluence refuses this person', 403, known({ confluence: false })],
  ])('says what is missing when Confluence is not there: %s', async (_why, status, value) => {
    confluenceStatus = status;
    backend['knowledge.issue'] = value;
    render(<KnowledgePanel issue={issue} />);
    expect(await screen.findByText('Confluence is not connected')).toBeInTheDocument();
  });
});
