import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { ItemPage as ItemPageData } from '../../../src/catalog/contract';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HomeProvider } from '../home-data';
import { FixedRouter } from '../routing/router';
import { field, homeOf, itemPageOf } from '../testing/samples';
import { ItemPage } from './item-page';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const choice = field('model', 'choice', {
  label: { en: 'Model' },
  options: [
    { id: 'light', label: { en: 'Light' } },
    { id: 'other', label: { en: 'Something else' }, price: 100 },
  ],
});
const why = field('why', 'text', {
  label: { en: 'Which one?' },
  visibleWhen: { field: 'model', op: 'is', value: 'other' },
});
const form = [choice, why, field('count', 'number', { label: { en: 'How many' }, min: 1, max: 3 })];

let jira = true;

function Around({ children }: { readonly children: ReactNode }) {
  const me = { accountId: 'alice', roles: [], jiraAdmin: false, jira };
  const home = {
    loaded: { state: 'ready', value: homeOf({ me }) },
    reload: () => undefined,
    replace: () => undefined,
  } as const;
  return (
    <FixedRouter route={{ page: 'item', itemId: 'laptop' }}>
      <HomeProvider value={home}>{children}</HomeProvider>
    </FixedRouter>
  );
}

async function open(page: ItemPageData = itemPageOf({ form })) {
  answer('portal.item', () => page);
  answer('requests.saveDraft', (payload) => ({
    draft: { ...payload, schema: 1, updatedAt: '2026-07-01T08:00:00Z', reason: 'saved' },
  }));
  render(<ItemPage itemId="laptop" />, { wrapper: Around });
  await screen.findByRole('heading', { level: 1, name: 'New laptop' });
  return userEvent.setup();
}

const send = () => screen.getByRole('button', { name: /^Send/ });
const submits = () => invocations.filter(({ name }) => name === 'requests.submit');

beforeEach(() => {
  jira = true;
  resetBridge();
  prepareSurface();
});

describe('an item', () => {
  it('can be read, but not asked for, by somebody without access to Jira', async () => {
    jira = false;
    await open();
    expect(screen.getByText('Choose a model.')).toBeVisible();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  it('tells what it is and promises both dates in the zone of the viewer and of the team', async () => {
    await open();
    expect(screen.getByText('A power supply')).toBeVisible();
    const promise = screen.getByRole('region', { name: 'If you send this now' });
    expect(within(promise).getByText('First reply by')).toBeVisible();
    expect(within(promise).getByText('Delivered by')).toBeVisible();
    expect(within(promise).getAllByText(/for the team/)).toHaveLength(2);
  });

  it('does not plan for giving up', async () => {
    await open();
    const next = screen.getByRole('region', { name: 'What happens next' });
    expect(within(next).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says that an item is gone and what replaces it', async () => {
    answer('portal.item', () => refusal({ code: 'ITEM_RETIRED', params: { replacedBy: 'laptop-2' } }));
    render(<ItemPage itemId="laptop" />, { wrapper: Around });
    expect(await screen.findByRole('link', { name: 'See what replaces it' })).toHaveAttribute(
      'href',
      '/catalog/item/laptop-2',
    );
  });
});

describe('the form of an item', () => {
  it('names the problem at each field and puts the focus on the first, sending nothing', async () => {
    const user = await open();
    await user.click(send());
    expect(screen.getAllByText('Fill in this field.')).toHaveLength(2);
    expect(screen.getByRole('radio', { name: 'Light' })).toHaveFocus();
    expect(submits()).toEqual([]);
  });

  it('shows a field only while its condition holds and does not send what is hidden', async () => {
    const user = await open();
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    expect(screen.queryByLabelText(/Which one/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Something else' }));
    await user.type(screen.getByLabelText(/Which one/), 'A red one');
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    expect(screen.queryByLabelText(/Which one/)).toBeNull();
    await user.type(screen.getByLabelText(/How many/), '2');
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload['answers']).toEqual({ model: 'light', count: 2 });
  });

  it('complains about a number out of bounds as soon as the field is left', async () => {
    const user = await open();
    await user.type(screen.getByLabelText(/How many/), '7');
    await user.tab();
    expect(screen.getByText('Enter 3 or less.')).toBeVisible();
    expect(screen.getByLabelText(/How many/)).toHaveAccessibleDescription(/Enter 3 or less/);
  });

  it('keeps everything when Jira fails, and sends the same token again', async () => {
    const user = await open();
    answer('requests.submit', () => refusal({ code: 'JIRA_UNAVAILABLE', retryable: true }));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    expect(await screen.findByText('The request was not sent')).toBeVisible();
    expect(screen.getByLabelText(/How many/)).toHaveValue('1');

    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByRole('link', { name: 'IT-7' })).toHaveAttribute('href', '/requests/r1');
    const [first, second] = submits();
    expect(second?.payload['clientToken']).toBe(first?.payload['clientToken']);
  });

  it('shows what the backend refused at the field, until it is changed', async () => {
    const user = await open();
    const problem = {
      field: 'count',
      code: 'jiraRefused',
      message: 'No',
      params: { message: 'out of stock' },
    };
    answer('requests.submit', () => refusal({ code: 'INVALID_ANSWERS', fields: [problem] }));
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    expect(await screen.findByText('Jira did not accept this answer: out of stock')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText(/How many/)).toHaveFocus());
    await user.type(screen.getByLabelText(/How many/), '{Backspace}2');
    expect(screen.queryByText(/out of stock/)).toBeNull();
  });

  it('goes on with a draft and its token, without answers to fields that are gone', async () => {
    const draft = {
      schema: 1,
      itemId: 'laptop',
      itemVersion: 2,
      answers: { model: 'light', count: 3, gone: 'x' },
      updatedAt: '2026-07-01T08:00:00Z',
      reason: 'submitFailed',
      clientToken: 'token-1',
    } as const;
    const user = await open(itemPageOf({ form }, { draft }));
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    expect(screen.getByText('This request has not been sent')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload).toMatchObject({
      clientToken: 'token-1',
      itemVersion: 3,
      answers: { model: 'light', count: 3 },
    });
  });

  it('says that it restored a draft, and starts over with an empty form and another token', async () => {
    const draft = {
      schema: 1,
      itemId: 'laptop',
      itemVersion: 3,
      answers: { model: 'light', count: 3 },
      updatedAt: '2026-07-01T08:00:00Z',
      reason: 'saved',
      clientToken: 'token-1',
    } as const;
    const user = await open(itemPageOf({ form }, { draft }));
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    answer('requests.deleteDraft', () => ({}));
    expect(screen.getByText(/from your draft, saved Wed,? 1 Jul.*10:00/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Light' })).not.toBeChecked());
    expect(screen.getByLabelText(/How many/)).toHaveValue('');
    expect(screen.queryByText(/from your draft/)).toBeNull();
    expect(screen.getByRole('heading', { name: 'Your request' })).toHaveFocus();
    expect(payloadOf('requests.deleteDraft')).toEqual({ itemId: 'laptop' });

    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.type(screen.getByLabelText(/How many/), '1');
    await user.click(send());
    await screen.findByText('Your request is in');
    expect(submits()[0]?.payload['clientToken']).not.toBe('token-1');
  });

  it('keeps the restored answers when the draft could not be deleted', async () => {
    const draft = {
      schema: 1,
      itemId: 'laptop',
      itemVersion: 3,
      answers: { model: 'light' },
      updatedAt: '2026-07-01T08:00:00Z',
      reason: 'saved',
      clientToken: 'token-1',
    } as const;
    const user = await open(itemPageOf({ form }, { draft }));
    answer('requests.deleteDraft', () => refusal({ code: 'STORAGE_BUSY', retryable: true }));
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    await user.click(screen.getByRole('button', { name: 'Delete draft' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/busy/);
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
  });

  it('saves a draft when asked and says when', async () => {
    const user = await open();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('Draft saved at 10:00')).toBeVisible();
    const saved = invocations.find(({ name }) => name === 'requests.saveDraft');
    expect(saved?.payload['answers']).toEqual({ model: 'light' });
  });
});
