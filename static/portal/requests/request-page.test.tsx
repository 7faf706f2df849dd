import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { PromiseView, RequestView } from '../../../src/requests/contract';
import { answer, invocations, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { FixedRouter } from '../routing/router';
import { homeOf, requestOf } from '../testing/samples';
import { RequestPage } from './request-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const reloadHome = jest.fn();
function Around({ children }: { readonly children: ReactNode }) {
  const home = {
    loaded: { state: 'ready', value: homeOf() },
    reload: reloadHome,
    replace: () => undefined,
  } as const;
  return (
    <FixedRouter route={{ page: 'request', requestId: 'r1' }}>
      <HomeProvider value={home}>{children}</HomeProvider>
    </FixedRouter>
  );
}

async function open(more: Partial<RequestView> = {}) {
  answer('requests.get', () => requestOf(more));
  render(<RequestPage requestId="r1" />, { wrapper: Around });
  await screen.findByRole('heading', { level: 1, name: 'New laptop' });
  return userEvent.setup();
}

const promise = (more: Partial<PromiseView>): PromiseView => ({
  metricId: 'delivery',
  name: { en: 'Delivery' },
  state: 'running',
  moved: [],
  ...more,
});

const may = (...actions: readonly (keyof RequestView['actions'])[]): RequestView['actions'] => ({
  confirm: actions.includes('confirm'),
  reopen: actions.includes('reopen'),
  cancel: actions.includes('cancel'),
  comment: actions.includes('comment'),
});

beforeEach(() => {
  resetBridge();
  reloadHome.mockClear();
  prepareSurface();
});

describe('a request', () => {
  it('shows where it stands and who acts now', async () => {
    await open({ actor: 'requester' });
    const progress = screen.getByRole('region', { name: 'Progress' });
    expect(within(progress).getByText('In progress').closest('li')).toHaveAttribute('aria-current', 'step');
    expect(within(progress).getByText(/It is your turn/)).toBeVisible();
  });

  it.each([
    [promise({ state: 'running', dueTime: Date.parse('2026-07-14T09:00:00Z') }), /^By Tue,? 14 Jul/],
    [promise({ state: 'paused', pauseReason: 'requester' }), 'Paused: waiting for your answer'],
    [promise({ state: 'paused', pauseReason: 'Strike at the harbour' }), 'Paused: Strike at the harbour'],
    [promise({ state: 'late' }), 'Late'],
    [promise({ state: 'broken' }), 'Done, later than promised'],
  ])('tells a promise in words: %j', async (view, words) => {
    await open({ promises: [view] });
    expect(screen.getByText(words)).toBeVisible();
  });

  it('tells why a date moved', async () => {
    const moved = [{ at: Date.parse('2026-07-14T09:00:00Z'), code: 'paused', params: { reason: 'vendor' } }];
    await open({ promises: [promise({ moved })] });
    expect(screen.getByText(/the clock paused: waiting for a supplier/)).toBeInTheDocument();
  });

  it('tells dates among the answers as dates', async () => {
    const answers = [
      { label: { en: 'Needed by' }, value: '2026-12-10' },
      { label: { en: 'Order number' }, value: '2026-12-10-A' },
    ];
    await open({ answers });
    expect(screen.getByText('10 Dec 2026')).toBeVisible();
    expect(screen.getByText('2026-12-10-A')).toBeVisible();
  });

  it('offers nothing that may not be done', async () => {
    await open();
    for (const name of ['Confirm it is done', 'Reopen', 'Cancel request', 'Send message']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('confirms and shows the answer', async () => {
    const user = await open({ actions: may('confirm') });
    answer('requests.confirm', () => requestOf({ actor: 'nobody' }));
    await user.click(screen.getByRole('button', { name: 'Confirm it is done' }));
    expect(await screen.findByText('Nothing is left to do.')).toBeVisible();
    expect(reloadHome).toHaveBeenCalled();
  });

  it('asks for a reason before it reopens, and keeps it when that fails', async () => {
    const user = await open({ actions: may('reopen') });
    answer('requests.reopen', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Reopen' })).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), 'Still broken');
    await user.click(within(dialog).getByRole('button', { name: 'Reopen' }));
    await waitFor(() => expect(within(dialog).getByText(/Jira can't be reached/)).toBeInTheDocument());
    expect(within(dialog).getByRole('textbox')).toHaveValue('Still broken');

    answer('requests.reopen', () => requestOf());
    await user.click(within(dialog).getByRole('button', { name: 'Reopen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(invocations.at(-1)?.payload).toEqual({ requestId: 'r1', reason: 'Still broken' });
  });

  it('sends a message and shows it', async () => {
    const user = await open({ actions: may('comment') });
    const said = { id: '9', author: 'Alice', mine: true, at: '2026-07-01T09:00:00Z', text: 'Thank you' };
    answer('requests.comment', () => requestOf({ messages: [said], actions: may('comment') }));
    await user.type(screen.getByLabelText('Write to the team'), ' Thank you ');
    await user.click(screen.getByRole('button', { name: 'Send message' }));
    expect(await screen.findByText('Thank you')).toBeVisible();
    expect(screen.getByLabelText('Write to the team')).toHaveValue('');
    expect(invocations.at(-1)?.payload).toEqual({ requestId: 'r1', text: 'Thank you' });
  });

  it('says plainly that a request is not there', async () => {
    answer('requests.get', () => refusal({ code: 'NOT_FOUND' }));
    render(<RequestPage requestId="r1" />, { wrapper: Around });
    expect(await screen.findByText('This request is not available')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

it('says that Jira has withdrawn the work item instead of showing it empty', async () => {
  await open({ withheld: true, promises: [], messages: [] });
  expect(screen.getByText(/Jira does not show you this work item any more/)).toBeVisible();
  expect(screen.queryByText('No messages yet.')).not.toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
