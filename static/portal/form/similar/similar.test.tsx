import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SharedRow } from '../../../../src/requests/domain/answers';
import { At } from '../../../kit/testing/at';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { HomeProvider } from '../../home-data';
import { ItemPage } from '../../item/item-page';
import { RequestsPage } from '../../requests/requests-page';
import { field, homeLoad, itemPageOf } from '../../testing/samples';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../../shared/testing/bridge'));

const LAZY = { timeout: 10_000 };
const stage = { id: 'work', name: { en: 'In progress' }, kind: 'open' } as const;
const shared = (more: Partial<SharedRow> = {}): SharedRow => ({
  ...{ id: 'r-1', itemId: 'laptop', itemName: { en: 'New laptop' }, joined: false },
  summary: 'The lift stops between floors',
  ...{ stage, actor: 'working', promise: null, receivedAt: '2026-06-30T08:00:00.000Z' },
  ...more,
});
const problem = {
  ...{ id: 'lift', kind: 'knownIssue', issueKey: 'FAC-7', everywhere: true, categoryIds: [], itemIds: [] },
  ...{ name: { en: 'The lift is out of order' }, text: { en: 'It stops between floors.' }, reported: 10 },
} as const;

const form = [
  field('short', 'text', { label: { en: 'In short' } }),
  field('more', 'multiline', { label: { en: 'More' }, required: false }),
];

async function open(joining: { shows: string } | undefined, announcements: readonly object[] = []) {
  answer('portal.item', () => itemPageOf({ form, ...(joining && { joining }) }, { confluence: false }));
  render(
    <At path="/catalog/item/laptop">
      <HomeProvider value={homeLoad({ announcements: announcements as never, openRequests: 1 })}>
        <ItemPage itemId="laptop" />
      </HomeProvider>
    </At>,
  );
  await screen.findByLabelText(/^In short/);
  return userEvent.setup();
}
const asked = () => invocations.filter(({ name }) => name === 'requests.similar');
const already = () => screen.findByRole('region', { name: 'Already asked for' }, LAZY);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answer('requests.list', () => ({ rows: [] }));
  answer('requests.similar', () => ({ rows: [] }));
  answer('requests.saveDraft', (payload) => ({
    draft: { ...payload, schema: 1, updatedAt: '2026-07-01T08:00:00Z', reason: 'saved' },
  }));
  answer('requests.deleteDraft', () => ({ deleted: true }));
});
afterEach(() => {
  jest.useRealTimers();
});

describe('while a form is filled', () => {
  it('says at the question that colleagues see its answer, and nothing where they do not', async () => {
    await open({ shows: 'short' });
    expect(screen.getByLabelText(/^In short/)).toHaveAccessibleDescription(/Colleagues .* see this answer/);
    expect(screen.getByLabelText(/^More/)).not.toHaveAccessibleDescription(/Colleagues/);
  });

  it('asks for colleagues’ requests by the shared answer alone, once typing pauses', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const user = await open({ shows: 'short' });
    await user.type(screen.getByLabelText(/^More/), 'My salary and my manager');
    await user.type(screen.getByLabelText(/^In short/), 'The lift stops again');
    await waitFor(
      () => expect(payloadOf('requests.similar')).toEqual({ itemId: 'laptop', text: 'lift stops again' }),
      LAZY,
    );
    expect(asked()).toHaveLength(1);
    await user.type(screen.getByLabelText(/^In short/), ' it is the');
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(asked()).toHaveLength(1);
  }, 30_000);

  it('asks for none where the item shares nothing', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const user = await open(undefined);
    await user.type(screen.getByLabelText(/^In short/), 'The lift stops again');
    await waitFor(() => expect(invocations.map(({ name }) => name)).toContain('requests.list'), LAZY);
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(asked()).toEqual([]);
  }, 30_000);

  it('shows a colleague’s request by what is shared of it, joins it instead, and sends nothing', async () => {
    answer('requests.similar', () => ({ rows: [shared({ count: 7 })] }));
    answer('requests.join', ({ isOn }) => ({ joined: isOn }));
    const user = await open({ shows: 'short' });
    await user.type(screen.getByLabelText(/^In short/), 'lift stops between floors');
    const box = within(await already());
    expect(box.getByText('The lift stops between floors')).toBeVisible();
    expect(box.getByText(/A colleague sent this .* · 7 colleagues joined/)).toBeVisible();
    expect(box.getByText(/whoever sent it sees your name/)).toBeVisible();
    await user.click(box.getByRole('button', { name: 'Join instead' }));
    const told = await screen.findByText('You joined this request');
    expect(told.closest('[role=status]')).toHaveFocus();
    expect(payloadOf('requests.join')).toEqual({ requestId: 'r-1', isOn: true });
    expect(invocations.map(({ name }) => name)).not.toContain('requests.submit');
    await user.click(screen.getByRole('button', { name: 'Leave it and return to my form' }));
    await waitFor(() => expect(payloadOf('requests.join')).toEqual({ requestId: 'r-1', isOn: false }));
    expect(await screen.findByLabelText(/^In short/)).toHaveValue('lift stops between floors');
  }, 30_000);

  it('says that joining failed, and keeps the form', async () => {
    answer('requests.similar', () => ({ rows: [shared()] }));
    answer('requests.join', () => refusal({ code: 'NOT_FOUND' }));
    const user = await open({ shows: 'short' });
    await user.type(screen.getByLabelText(/^In short/), 'lift stops between floors');
    await user.click(within(await already()).getByRole('button', { name: 'Join instead' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText(/^In short/)).toHaveValue('lift stops between floors');
  }, 30_000);

  it('shows one’s own open requests of the item that say the same, and known problems with how many have them', async () => {
    const own = (id: string, itemId: string, title: string) => ({
      ...{ id, itemId, title, issueKey: 'FAC-1', itemName: { en: 'New laptop' }, stage, actor: 'working' },
      ...{ promise: null, late: null, receivedAt: '2026-06-30T08:00:00.000Z', updatedAt: '2026-06-30' },
    });
    answer('requests.list', () => ({
      rows: [
        own('mine', 'laptop', 'Lift stops between the floors again'),
        own('else', 'chair', 'Lift stops between the floors too'),
        own('far', 'laptop', 'A monitor with a stand'),
      ],
    }));
    const user = await open(undefined, [problem]);
    await user.type(screen.getByLabelText(/^In short/), 'lift stops between floors');
    const box = within(await already());
    expect(box.getByText('This is known: The lift is out of order')).toBeVisible();
    expect(box.getByText('At least 10 colleagues reported or follow this.')).toBeVisible();
    expect(box.getByRole('button', { name: 'Tell me when it is solved' })).toBeVisible();
    expect(box.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/requests/mine']);
  }, 30_000);
});

describe('my requests', () => {
  it('show those I joined, and let me leave one', async () => {
    let rows = [shared({ joined: true, by: 'Maria', issueKey: 'FAC-9' })];
    answer('requests.joined', () => ({ rows }));
    answer('requests.join', ({ isOn }) => ({ joined: isOn }));
    render(
      <At path="/requests">
        <RequestsPage />
      </At>,
    );
    const user = userEvent.setup();
    expect(await screen.findByRole('heading', { name: 'Requests you joined' })).toBeVisible();
    expect(screen.getByText(/Maria · FAC-9/)).toBeVisible();
    rows = [];
    await user.click(screen.getByRole('button', { name: 'Leave: The lift stops between floors' }));
    await waitFor(() => expect(screen.queryByText('Requests you joined')).not.toBeInTheDocument());
    expect(payloadOf('requests.join')).toEqual({ requestId: 'r-1', isOn: false });
  });

  it('say nothing of joining to those who joined none', async () => {
    answer('requests.joined', () => ({ rows: [] }));
    render(
      <At path="/requests">
        <RequestsPage />
      </At>,
    );
    await waitFor(() => expect(invocations.map(({ name }) => name)).toContain('requests.joined'));
    expect(screen.queryByText('Requests you joined')).not.toBeInTheDocument();
  });
});
