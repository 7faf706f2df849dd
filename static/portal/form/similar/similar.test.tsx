import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Draft } from '../../../../src/catalog/domain/model';
import type { FormNow, SharedRow } from '../../../../src/requests/domain/answers';
import { At } from '../../../kit/testing/at';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { HomeProvider } from '../../home-data';
import { ItemPage } from '../../item/item-page';
import { RequestsPage } from '../../requests/requests-page';
import { draftOf, field, homeLoad, itemPageOf, savedDraft } from '../../testing/samples';

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

async function open(
  joining: { shows: string } | undefined,
  announcements: readonly object[] = [],
  openRequests = 1,
  draft: Draft | null = null,
) {
  answer('portal.item', () =>
    itemPageOf({ form, ...(joining && { joining }) }, { confluence: false, draft }),
  );
  render(
    <At path="/catalog/item/laptop">
      <HomeProvider value={homeLoad({ announcements: announcements as never, openRequests })}>
        <ItemPage itemId="laptop" />
      </HomeProvider>
    </At>,
  );
  await screen.findByLabelText(/^In short/);
  return userEvent.setup();
}
/** What was asked already, as the save of a draft tells. */
function told({ own = [], colleagues = [] }: Partial<NonNullable<FormNow['similar']>>): void {
  answer('requests.saveDraft', (payload) =>
    savedDraft(payload, payload['compares'] === true ? { similar: { own, colleagues } } : {}),
  );
}
const compared = () => invocations.filter(({ payload }) => payload['compares'] === true);
const already = () => screen.findByRole('region', { name: 'Already asked for' }, LAZY);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  told({});
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

  it('is compared by the shared answer alone where nothing is one’s own, once typing pauses and a telling word was added', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const user = await open({ shows: 'short' }, [], 0);
    await user.type(screen.getByLabelText(/^More/), 'My salary and my manager');
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(compared()).toHaveLength(0);
    await user.type(screen.getByLabelText(/^In short/), 'The lift stops again');
    await waitFor(() => expect(compared()).toHaveLength(1), LAZY);
    await user.type(screen.getByLabelText(/^In short/), ' it is the');
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(compared()).toHaveLength(1);
    await user.type(screen.getByLabelText(/^In short/), ' basement');
    await waitFor(() => expect(compared()).toHaveLength(2), LAZY);
    expect(invocations.map(({ name }) => name).filter((name) => !/item|saveDraft/.test(name))).toEqual([]);
  }, 30_000);

  it('is compared with one’s own where nothing is shared, and with nothing where one has none', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const user = await open(undefined);
    await user.type(screen.getByLabelText(/^More/), 'The lift stops again');
    await waitFor(() => expect(compared()).toHaveLength(1), LAZY);
    cleanup();
    const other = await open(undefined, [], 0);
    await other.type(screen.getByLabelText(/^More/), 'The lift stops again');
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(compared()).toHaveLength(1);
  }, 30_000);

  it('is saved by nobody, to be compared, who only opens it again', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const draft = draftOf({ answers: { short: 'The lift stops again' } });
    await open({ shows: 'short' }, [], 1, draft);
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(invocations.map(({ name }) => name)).toEqual(['portal.item']);
  }, 30_000);

  it('shows a colleague’s request by what is shared of it, joins it instead, and sends nothing', async () => {
    told({ colleagues: [shared({ count: 7 })] });
    answer('requests.join', ({ isOn }) => ({ joined: isOn }));
    const user = await open({ shows: 'short' });
    await user.type(screen.getByLabelText(/^In short/), 'lift stops between floors');
    const box = within(await already());
    expect(box.getByText('The lift stops between floors')).toBeVisible();
    expect(box.getByText(/A colleague sent this .* · 7 colleagues joined/)).toBeVisible();
    expect(box.getByText(/whoever sent it sees your name/)).toBeVisible();
    await user.click(box.getByRole('button', { name: 'Join instead' }));
    const joined = await screen.findByText('You joined this request');
    expect(joined.closest('[role=status]')).toHaveFocus();
    expect(payloadOf('requests.join')).toEqual({ requestId: 'r-1', isOn: true });
    expect(invocations.map(({ name }) => name)).not.toContain('requests.submit');
    await user.click(screen.getByRole('button', { name: 'Leave it and return to my form' }));
    await waitFor(() => expect(payloadOf('requests.join')).toEqual({ requestId: 'r-1', isOn: false }));
    expect(await screen.findByLabelText(/^In short/)).toHaveValue('lift stops between floors');
  }, 30_000);

  it('says that joining failed, and keeps the form', async () => {
    told({ colleagues: [shared()] });
    answer('requests.join', () => refusal({ code: 'NOT_FOUND' }));
    const user = await open({ shows: 'short' });
    await user.type(screen.getByLabelText(/^In short/), 'lift stops between floors');
    await user.click(within(await already()).getByRole('button', { name: 'Join instead' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText(/^In short/)).toHaveValue('lift stops between floors');
  }, 30_000);

  it('shows one’s own open requests of the item that say the same, and known problems with how many have them', async () => {
    const title = 'Lift stops between the floors again';
    told({ own: [{ id: 'mine', title, stage, receivedAt: '2026-06-30T08:00:00.000Z' }] });
    const user = await open(undefined, [problem]);
    await user.type(screen.getByLabelText(/^In short/), 'lift stops between floors');
    const box = within(await already());
    expect(box.getByText('This is known: The lift is out of order')).toBeVisible();
    expect(box.getByText('At least 10 colleagues reported or follow this.')).toBeVisible();
    expect(box.getByRole('button', { name: 'Tell me when it is solved' })).toBeVisible();
    await waitFor(
      () =>
        expect(box.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/requests/mine']),
      LAZY,
    );
  }, 30_000);
});

describe('my requests', () => {
  it('show those I joined, and let me leave one', async () => {
    let rows = [shared({ joined: true, by: 'Maria', issueKey: 'FAC-9' })];
    answer('requests.joined', () => ({ rows }));
    answer('requests.join', ({ isOn }) => ({ joined: isOn }));
    render(
      <At path="/requests">
        <HomeProvider value={homeLoad()}>
          <RequestsPage />
        </HomeProvider>
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
        <HomeProvider value={homeLoad()}>
          <RequestsPage />
        </HomeProvider>
      </At>,
    );
    await waitFor(() => expect(invocations.map(({ name }) => name)).toContain('requests.joined'));
    expect(screen.queryByText('Requests you joined')).not.toBeInTheDocument();
  });
});
