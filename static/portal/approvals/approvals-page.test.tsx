import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, invocations, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { At } from '../../kit/testing/at';
import { homeLoad } from '../testing/samples';
import { ApprovalsPage } from './approvals-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const ROW = {
  requestId: 'r1',
  issueKey: 'IT-7',
  itemName: { en: 'New laptop' },
  requesterName: 'Alice Becker',
  summary: { en: 'New laptop' },
  answers: [{ label: { en: 'Model' }, value: 'Light' }],
  price: { amount: 1190, currency: 'EUR' },
  startedAt: '2026-07-01T08:00:00Z',
};

async function open(row: object = {}) {
  answer('approvals.list', () => ({ rows: [{ ...ROW, ...row }] }));
  render(
    <At path="/approvals">
      <HomeProvider value={homeLoad()}>
        <ApprovalsPage />
      </HomeProvider>
    </At>,
  );
  await screen.findByRole('heading', { name: 'New laptop' });
  return userEvent.setup();
}

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

describe('approvals', () => {
  it('show who asks for what at which price', async () => {
    await open();
    expect(screen.getByText(/Requested by Alice Becker/)).toBeVisible();
    expect(screen.getByText('€1,190')).toBeVisible();
    expect(screen.getByText('Light')).toBeVisible();
  });

  it('say who asked for whom', async () => {
    await open({ forName: 'Maria Keller' });
    expect(screen.getByText(/Requested by Alice Becker for Maria Keller/)).toBeVisible();
  });

  it('call whoever closed their account a former user', async () => {
    await open({ requesterName: 'former:0123456789abcdef', forName: 'Maria Keller' });
    expect(screen.getByText(/Requested by A former user for Maria Keller/)).toBeVisible();
  });

  it('can be given without a comment, and the request leaves the list', async () => {
    const user = await open();
    answer('approvals.decide', () => ({ state: 'approved' }));
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('No requests to approve')).toBeVisible();
    expect(invocations.at(-1)?.payload).toEqual({ requestId: 'r1', decision: 'approved', comment: '' });
    // The button went with its card: the keyboard goes on at the title.
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('can be refused only with a reason', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Decline' }));
    const decline = within(await screen.findByRole('dialog')).getByRole('button', { name: 'Decline' });
    const reason = screen.getByRole('textbox', { name: /^Give a reason/ });
    expect(reason).toHaveFocus();
    await user.click(decline);
    expect(screen.getByText('Fill in this field.')).toBeVisible();
    expect(reason).toHaveFocus();
    expect(reason).toBeInvalid();
    expect(invocations.map(({ name }) => name)).not.toContain('approvals.decide');
    await user.keyboard('Too expensive');
    expect(screen.queryByText('Fill in this field.')).toBeNull();
    answer('approvals.decide', () => ({ state: 'declined' }));
    await user.click(decline);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(invocations.at(-1)?.payload).toMatchObject({ decision: 'declined', comment: 'Too expensive' });
  });

  it('that somebody else settled meanwhile go away, with a word how', async () => {
    const user = await open();
    answer('approvals.decide', () =>
      refusal({ code: 'APPROVAL_OVER', params: { how: 'approved', name: 'Felix Braun' } }),
    );
    await user.click(screen.getByRole('button', { name: 'Decline' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Too expensive');
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }));
    expect(await screen.findByText('No requests to approve')).toBeVisible();
    expect(screen.getAllByText(/New laptop: Felix Braun has already approved this/)[0]).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'New laptop' })).not.toBeInTheDocument();
  });

  it('stay when deciding fails', async () => {
    const user = await open();
    answer('approvals.decide', () => refusal({ code: 'CONFLICT' }));
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(within(dialog).getByText(/Someone else has changed this/)).toBeInTheDocument(),
    );
  });
});
