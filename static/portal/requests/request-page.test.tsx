import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { RequestView } from '../../../src/requests/domain/answers';
import type { PromiseView } from '../../../src/sla/clocks/domain/promise-answer';
import { answer, invocations, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { At } from '../../kit/testing/at';
import { homeLoad, requestOf } from '../testing/samples';
import { RequestPage } from './request-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const reloadHome = jest.fn();
function Around({ children }: { readonly children: ReactNode }) {
  return (
    <At path="/requests/r1">
      <HomeProvider value={{ ...homeLoad(), reload: reloadHome }}>{children}</HomeProvider>
    </At>
  );
}

async function open(more: Partial<RequestView> = {}) {
  answer('requests.get', () => requestOf(more));
  render(<RequestPage requestId="r1" />, { wrapper: Around });
  await screen.findByRole('heading', { level: 1, name: 'New laptop' });
  return userEvent.setup();
}

const NEXT = Date.parse('2026-07-15T09:00:00Z');

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
  addFiles: actions.includes('addFiles'),
});

beforeEach(() => {
  resetBridge();
  reloadHome.mockClear();
  prepareSurface();
});

describe('a request', () => {
  it('says who joined it, and nothing where nobody did', async () => {
    await open({ joined: ['Boris', 'Maria'] });
    expect(screen.getByRole('heading', { name: 'Joined by 2 colleagues' })).toBeVisible();
    expect(screen.getByText('Boris, Maria')).toBeVisible();
    cleanup();
    await open({ joined: [] });
    expect(screen.queryByText(/^Joined by/)).not.toBeInTheDocument();
  });

  it('tells days, moments with their zone and numbers as the reader writes them, and texts as they were typed', async () => {
    await open({
      answers: [
        { label: { en: 'Day' }, value: '2026-12-14', kind: 'date' },
        { label: { en: 'Moment' }, value: '2026-12-01T00:30+01:00', kind: 'dateTime' },
        { label: { en: 'Amount' }, value: '12345.678', kind: 'number' },
        { label: { en: 'Text' }, value: '2026-12-14' },
      ],
    });
    expect(screen.getByText('14 Dec 2026')).toBeVisible();
    expect(screen.getByText(/Tue,? 1 Dec.*00:30 \(CET\)/)).toBeVisible();
    expect(screen.getByText('12,345.678')).toBeVisible();
    expect(screen.getByText('2026-12-14')).toBeVisible();
  });

  it('shows where it stands and who acts now', async () => {
    await open({ actor: 'requester' });
    const progress = screen.getByRole('region', { name: 'Progress' });
    expect(within(progress).getByText('In progress').closest('li')).toHaveAttribute('aria-current', 'step');
    expect(within(progress).getByText(/Waiting for your reply/)).toBeVisible();
  });

  it.each([
    [promise({ state: 'running', dueTime: Date.parse('2026-07-14T09:00:00Z') }), /^Due by Tue,? 14 Jul/],
    [promise({ state: 'paused', pauseReason: 'requester' }), 'Paused: waiting for your answer'],
    [promise({ state: 'paused', pauseReason: 'Strike at the harbour' }), 'Paused: Strike at the harbour'],
    [
      promise({ state: 'paused', pauseReason: 'approval', dueIfResumedTime: NEXT }),
      /^Due by Wed,? 15 Jul.* if approved now\. Paused: waiting for approval$/,
    ],
    [
      promise({ state: 'paused', pauseReason: 'vendor', dueIfResumedTime: NEXT }),
      /^Due by Wed,? 15 Jul.* if work resumes now\. Paused: waiting for a supplier$/,
    ],
    [promise({ state: 'none' }), 'The due date is set when work begins'],
    [promise({ state: 'late' }), 'Overdue'],
    [
      promise({ state: 'late', dueTime: Date.now() - 26 * 3_600_000 }),
      /^Overdue by 1 day 2 hrs?: promised by /,
    ],
    [
      promise({ state: 'late', lateSince: Date.now() - 26 * 3_600_000, pauseReason: 'vendor' }),
      /^Overdue since .* \(1 day 2 hrs?\)\. Paused: waiting for a supplier$/,
    ],
    [
      promise({ state: 'broken', dueTime: NEXT, stoppedTime: NEXT + 3_600_000 }),
      /, 1 hr later than promised$/,
    ],
    [promise({ state: 'broken' }), 'Completed later than promised'],
  ])('tells a promise in words: %j', async (view, words) => {
    await open({ promises: [view] });
    expect(screen.getByText(words)).toBeVisible();
  });

  it('says that a promise waits for the approval that it needs first', async () => {
    await open({ actor: 'approver', promises: [promise({ state: 'none' })] });
    expect(screen.getByText('The due date is set once it is approved')).toBeVisible();
  });

  it.each([
    ['queued', 'No one is assigned yet.'],
    ['provider', 'With our team.'],
    ['working', 'Our team is working on it.'],
    ['paused', 'On hold: waiting for a supplier.'],
  ] as const)('does not say that anybody works on it when nobody does: %s', async (actor, words) => {
    await open({ actor, promise: promise({ state: 'paused', pauseReason: 'vendor' }) });
    expect(screen.getByText(words)).toBeVisible();
  });

  it('leads who is asked something to where they answer', async () => {
    const user = await open({ actor: 'requester', actions: may('comment') });
    await user.click(screen.getByRole('button', { name: 'Reply' }));
    expect(screen.getByRole('textbox', { name: 'Write to the team' })).toHaveFocus();
    cleanup();
    await open({ actor: 'working', actions: may('comment') });
    expect(screen.queryByRole('button', { name: 'Reply' })).toBeNull();
  });

  it('asks to confirm what is done, and not for a reply', async () => {
    await open({ actor: 'requester', stage: { id: 'done', name: { en: 'Done' }, kind: 'resolved' } });
    expect(screen.getByText('Completed: confirm it, or reopen it.')).toBeVisible();
  });

  it('tells what was written beside what was asked for, and the price among the answers', async () => {
    await open({ title: 'Video calls freeze', price: { amount: 1190, currency: 'EUR' } });
    expect(screen.getByText('Video calls freeze')).toBeVisible();
    expect(screen.getByText('Price').closest('dl')).toHaveTextContent(/Model.*Price€1,190/);
  });

  it('names nothing twice: the promise of an approval and who gives it', async () => {
    await open({
      promises: [promise({ metricId: 'approval', name: { en: 'Approval' } })],
      approval: { state: 'pending', approverNames: ['Maria'], decisions: [] },
    });
    expect(screen.getAllByText('Approval')).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Approval by' })).toHaveTextContent('Waiting for Maria');
  });

  it('that is not there is no failure, and leads back', async () => {
    answer('requests.get', () => refusal({ code: 'NOT_FOUND' }));
    render(<RequestPage requestId="r1" />, { wrapper: Around });
    expect(await screen.findByRole('heading', { name: 'This request is not available' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('link', { name: 'Back to my requests' })).toBeVisible();
  });

  it('tells why a date moved', async () => {
    const moved = [{ at: Date.parse('2026-07-14T09:00:00Z'), code: 'paused', params: { reason: 'vendor' } }];
    await open({ promises: [promise({ moved })] });
    expect(screen.getByText(/paused: waiting for a supplier/)).toBeInTheDocument();
  });

  it('tells dates among the answers as dates', async () => {
    const answers = [
      { label: { en: 'Needed by' }, value: '2026-12-10', kind: 'date' as const },
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
    expect(await screen.findByText('Completed.')).toBeVisible();
    expect(reloadHome).toHaveBeenCalled();
  });

  it('asks for a reason before it reopens, and keeps it when that fails', async () => {
    const user = await open({ actions: may('reopen') });
    answer('requests.reopen', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('textbox')).toHaveFocus();
    await user.click(within(dialog).getByRole('button', { name: 'Reopen' }));
    expect(within(dialog).getByText('Fill in this field.')).toBeVisible();
    await user.keyboard('Still broken');
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
  expect(screen.getByText(/Jira no longer shows you this work item/)).toBeVisible();
  expect(screen.queryByText('No messages yet.')).not.toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

describe('its files', () => {
  const file = (name: string, state: RequestView['files'][number]['state']) => ({
    id: `id-${name}`,
    name,
    size: 2048,
    type: 'application/pdf',
    state,
  });

  it('are listed, each with where it is', async () => {
    await open({
      files: [
        file('a.pdf', 'added'),
        file('b.pdf', 'retrying'),
        file('c.pdf', 'failed'),
        file('d.pdf', 'unknown'),
      ],
    });
    const rows = within((await screen.findByText('a.pdf')).closest('ul')!).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^a\.pdf 2 kB/),
      expect.stringMatching(/b\.pdf.*Couldn’t be added yet\. Trying again/),
      expect.stringMatching(/c\.pdf.*Couldn’t be added\. Add it again, or write a message to the team/),
      expect.stringMatching(/d\.pdf.*can’t be told/),
    ]);
    // Of one that is gone, as far as is known, there is nothing to download.
    expect(screen.getAllByRole('button', { name: /^Download/ })).toHaveLength(2);
  });

  it('are opened as a question to the app, and told when they can’t be', async () => {
    const user = await open({ files: [file('a.pdf', 'added')] });
    answer('files.open', () => refusal({ code: 'NOT_FOUND' }));
    await user.click(await screen.findByRole('button', { name: 'Download a.pdf' }));
    expect(await screen.findByText('The file can’t be opened')).toBeVisible();
    expect(invocations.at(-1)).toEqual({ name: 'files.open', payload: { id: 'id-a.pdf', requestId: 'r1' } });
  });

  it('have no place where there are none', async () => {
    await open();
    expect(screen.queryByRole('heading', { name: 'Files' })).toBeNull();
  });
});
