import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { prepareSurface } from '../shared/testing/surface';
import { BylinePanel } from './byline-panel';

const called: [string, unknown][] = [];
const stats = (helpful: number, notHelpful: number) => ({
  helpful,
  notHelpful,
  resolved: 14,
  linkedIssues: 1,
  items: [{ id: 'vpn', name: { en: 'VPN access' } }],
});
let voteAnswer: unknown;

jest.mock('@forge/bridge', () => ({
  makeInvoke: () => (name: string, payload: unknown) => {
    called.push([name, payload]);
    if (name === 'knowledge.vote') return Promise.resolve(voteAnswer);
    return Promise.resolve({
      ok: true,
      value: {
        stats: stats(9, 1),
        myVote: null,
        issues: [{ key: 'IT-7', summary: 'No VPN', kind: 'resolved' }],
      },
    });
  },
  view: {},
  router: {},
}));

beforeEach(() => {
  called.length = 0;
  voteAnswer = { ok: true, value: { stats: stats(9, 2) } };
  prepareSurface();
});

describe('the byline', () => {
  it('tells what the page is for and how often it helped', async () => {
    render(<BylinePanel pageId="7" />);
    expect(await screen.findByText('9 of 10')).toBeInTheDocument();
    expect(screen.getByText('VPN access')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'IT-7' })).toBeInTheDocument();
  });

  it('asks why when it did not help, and shows the vote', async () => {
    render(<BylinePanel pageId="7" />);
    await userEvent.click(await screen.findByRole('button', { name: 'No' }));
    await userEvent.click(screen.getByLabelText('It is outdated'));
    await userEvent.type(screen.getByLabelText(/Anything to add/), ' New client ');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('9 of 11')).toBeInTheDocument();
    expect(called).toContainEqual([
      'knowledge.vote',
      { pageId: '7', helpful: false, reason: 'outdated', comment: 'New client' },
    ]);
    expect(screen.getByText(/as not helpful/)).toBeInTheDocument();
  });

  it('keeps what was said when it could not be saved', async () => {
    voteAnswer = { ok: false, error: { code: 'STORAGE_BUSY', message: '', retryable: true } };
    render(<BylinePanel pageId="7" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Yes' }));
    expect(await screen.findByText('Your vote was not saved')).toBeInTheDocument();
    expect(screen.getByText('9 of 10')).toBeInTheDocument();
  });
});
