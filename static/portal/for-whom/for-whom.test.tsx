import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OfferedContent } from '../../../src/catalog/domain/call-answers';
import {
  answer,
  answerProduct,
  invocations,
  payloadOf,
  refusal,
  resetBridge,
} from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { At } from '../../kit/testing/at';
import { HomeProvider } from '../home-data';
import { ItemPage } from '../item/item-page';
import { Portal } from '../portal';
import { field, homeLoad, homeOf, itemPageOf } from '../testing/samples';
import { AssistantsPage } from './assistants-page';
import { chooseForWhom } from './for-whom';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const LAZY = { timeout: 30_000 };
const taken = refusal({ code: 'FORBIDDEN', params: { needed: 'delegation' } });

beforeEach(() => {
  resetBridge();
  prepareSurface();
  sessionStorage.clear();
  act(() => chooseForWhom(null));
  const people = { maria: 'Maria Keller', boris: 'Boris Ivanov' };
  const users = Object.entries(people).map(([accountId, displayName]) => ({ accountId, displayName }));
  answerProduct('/rest/api/3/user/bulk', { values: users });
  for (const user of users) answerProduct(`/rest/api/3/user?accountId=${user.accountId}`, user);
});

const { key, categories, items, announcements, pinned, popular, popularIn, ...own } = homeOf();
const catalog = { key, categories, items, announcements, pinned, popular, popularIn };
const ofMaria = [{ ...items[0]!, id: 'car', name: { en: 'Company car' } }];

/** The whole portal of Alice, who makes requests for some. */
function portal(ordersFor: readonly { readonly id: string }[]) {
  answer('portal.home', (asked) => ({
    ...own,
    ordersFor,
    catalog: asked.for === undefined ? catalog : { ...catalog, key: 'm', items: ofMaria, popular: ['car'] },
  }));
  render(<Portal />);
  return userEvent.setup();
}
const choice = () => screen.findByRole('combobox', { name: 'Request for' }, LAZY);

describe('the switch', () => {
  it('is not there for whoever makes requests for themselves alone', async () => {
    portal([]);
    await screen.findAllByRole('link', { name: 'New laptop' }, LAZY);
    expect(screen.queryByRole('combobox', { name: 'Request for' })).toBeNull();
  });

  it('shows the portal for somebody else, says so all the time, and leads back', async () => {
    const user = portal([{ id: 'maria' }]);
    const select = await choice();
    await user.selectOptions(select, await screen.findByRole('option', { name: 'Maria Keller' }));
    expect((await screen.findAllByRole('link', { name: 'Company car' })).length).toBeGreaterThan(0);
    expect(select).toHaveFocus();
    expect(payloadOf('portal.home')).toMatchObject({ for: 'maria' });
    expect(screen.queryByRole('link', { name: 'New laptop' })).toBeNull();
    expect(screen.getByText('You make requests for Maria Keller')).toBeVisible();
    await user.click(screen.getByRole('link', { name: /^My requests/ }));
    expect(screen.getByText('You make requests for Maria Keller')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Catalog' }));
    await user.click(screen.getByRole('button', { name: 'Back to my own' }));
    expect((await screen.findAllByRole('link', { name: 'New laptop' })).length).toBeGreaterThan(0);
    expect(payloadOf('portal.home')).not.toHaveProperty('for');
    expect(screen.queryByText('You make requests for Maria Keller')).toBeNull();
  });

  it('asks for the catalog of each with what is here of theirs, and keeps nothing of others in the browser', async () => {
    const user = portal([{ id: 'maria' }]);
    await user.selectOptions(await choice(), await screen.findByRole('option', { name: 'Maria Keller' }));
    await screen.findAllByRole('link', { name: 'Company car' });
    expect(payloadOf('portal.home')).toMatchObject({ for: 'maria' });
    expect(payloadOf('portal.home')?.['known']).not.toBe('1');
    await user.selectOptions(await choice(), '');
    await screen.findAllByRole('link', { name: 'New laptop' });
    expect(payloadOf('portal.home')).toEqual({ known: '1' });
    expect(JSON.stringify({ ...localStorage })).not.toContain('Company car');
  });

  it('lasts as long as the tab does', async () => {
    const user = portal([{ id: 'maria' }]);
    await user.selectOptions(await choice(), await screen.findByRole('option', { name: 'Maria Keller' }));
    expect(JSON.parse(sessionStorage.getItem('pledge.forWhom') ?? '')).toEqual({
      by: 'alice',
      person: 'maria',
    });
    await user.selectOptions(await choice(), '');
    expect(sessionStorage.getItem('pledge.forWhom')).toBeNull();
  });

  it('shows the viewer’s own again once it was taken back, and says why', async () => {
    const user = portal([{ id: 'maria' }]);
    const select = await choice();
    answer('portal.home', (asked) => (asked.for === undefined ? { ...own, ordersFor: [], catalog } : taken));
    await user.selectOptions(select, await screen.findByRole('option', { name: 'Maria Keller' }));
    expect(await screen.findByText(/^You no longer make requests for Maria Keller/)).toBeVisible();
    expect((await screen.findAllByRole('link', { name: 'New laptop' })).length).toBeGreaterThan(0);
    expect(sessionStorage.getItem('pledge.forWhom')).toBeNull();
  });

  it('says that something is left out where Jira does not tell all of somebody', async () => {
    const user = portal([{ id: 'maria' }]);
    const select = await choice();
    answer('portal.home', () => ({ ...own, ordersFor: [{ id: 'maria' }], untold: true, catalog }));
    await user.selectOptions(select, await screen.findByRole('option', { name: 'Maria Keller' }));
    expect(await screen.findByText(/^Jira does not tell Pledge all that decides/)).toBeVisible();
  });
});

describe('a form that is filled in for somebody else', () => {
  const form = [
    field('who', 'user', { label: { en: 'For whom' }, required: true }),
    field('why', 'text', { label: { en: 'Why' }, default: { kind: 'requester', what: 'place' } }),
  ];
  const content: Partial<OfferedContent> = { form, onBehalf: { field: 'who' } };

  async function open() {
    act(() => chooseForWhom('maria'));
    answer('portal.item', () => itemPageOf(content, { requester: { place: 'Moscow' } }));
    answer('requests.submit', () => ({ requestId: 'r', issueKey: 'IT-1' }));
    render(
      <At path="/catalog/item/laptop">
        <HomeProvider value={homeLoad({})}>
          <ItemPage itemId="laptop" />
        </HomeProvider>
      </At>,
    );
    await screen.findByRole('heading', { level: 1, name: 'New laptop' });
    return userEvent.setup();
  }

  it('names them and nobody else, begins with what is known of them, and says for whom with each call', async () => {
    const user = await open();
    expect(payloadOf('portal.item')).toEqual({ itemId: 'laptop', for: 'maria' });
    const whom = screen.getByRole('group', { name: 'For whom' });
    expect(await within(whom).findByText('Maria Keller')).toBeVisible();
    expect(within(whom).queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('Moscow');
    expect(screen.getByText('Filled in with what is known of this person')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Send/ }));
    expect(await screen.findByText('Your request is in')).toBeVisible();
    expect(payloadOf('requests.submit')).toMatchObject({
      for: 'maria',
      answers: { who: 'maria', why: 'Moscow' },
    });
    expect(await screen.findByText('Maria Keller')).toBeVisible();
  });

  it('has no star, which would be the viewer’s own', async () => {
    await open();
    expect(screen.queryByRole('button', { name: /favourite/i })).toBeNull();
  });

  it('stays filled in where it was taken back meanwhile, and says so', async () => {
    const user = await open();
    answer('requests.submit', () => taken);
    await user.type(screen.getByRole('textbox', { name: 'Why' }), ' soon');
    await user.click(screen.getByRole('button', { name: /^Send/ }));
    expect(await screen.findByText(/does not let you make requests for them/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('Moscow soon');
  });
});

describe('the page of one’s assistants', () => {
  const reload = jest.fn();

  async function open(assistants: readonly object[]) {
    reload.mockClear();
    answer('people.assistants', () => ({ assistants }));
    render(
      <At path="/requests/assistants">
        <HomeProvider value={{ ...homeLoad({}), reload }}>
          <AssistantsPage />
        </HomeProvider>
      </At>,
    );
    await screen.findByRole('heading', { name: 'Name an assistant' });
    return userEvent.setup();
  }

  it('says who makes requests since when and until when, and removes them at once', async () => {
    const user = await open([{ id: 'boris', from: '2026-01-02', until: '2099-05-06' }]);
    expect(await screen.findByText('Boris Ivanov')).toBeVisible();
    expect(screen.getByText(/^since .*2026 until .*2099$/)).toBeVisible();
    answer('people.dropAssistant', () => ({ assistants: [] }));
    await user.click(screen.getByRole('button', { name: 'Remove Boris Ivanov' }));
    expect(await screen.findByText('No one makes requests for you.')).toBeVisible();
    expect(payloadOf('people.dropAssistant')).toEqual({ assistant: 'boris' });
    expect(screen.getByText('Boris Ivanov no longer makes requests for you.')).toBeInTheDocument();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('names somebody until a day that is not over', async () => {
    answerProduct('/rest/api/3/user/search', [
      { accountId: 'maria', displayName: 'Maria Keller', active: true, accountType: 'atlassian' },
    ]);
    const user = await open([]);
    const save = screen.getByRole('button', { name: 'Let them make requests for me' });
    expect(save).toBeDisabled();
    await user.type(await screen.findByRole('combobox', { name: 'Assistant' }, LAZY), 'Mar');
    await user.click(await screen.findByText('Maria Keller', {}, LAZY));
    const lastDay = () => screen.getByRole('combobox', { name: 'Last day (optional)' });
    await user.type(lastDay(), '01/01/2020');
    await user.tab();
    expect(await screen.findByText('This day is over.')).toBeVisible();
    expect(save).toBeDisabled();
    await user.type(lastDay(), 'soon');
    await user.tab();
    expect(await screen.findByText(/^“soon” is not a date we can read\. Write it like /)).toBeVisible();
    await user.type(lastDay(), '01/01/2099');
    await user.tab();
    expect(document.body).not.toHaveFocus();
    answer('people.nameAssistant', () => refusal({ code: 'INVALID_DEFINITION' }));
    await user.click(save);
    expect(await screen.findByText(/^This person can’t be your assistant/)).toBeVisible();
    answer('people.nameAssistant', () => ({ assistants: [{ id: 'maria', from: '2026-01-02' }] }));
    await user.click(save);
    expect(await screen.findByRole('button', { name: 'Remove Maria Keller' })).toBeVisible();
    expect(payloadOf('people.nameAssistant')).toEqual({ assistant: 'maria', until: '2099-01-01' });
    // The button waits for the next person: the keyboard goes on at the title, and the way back stands above it.
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'My requests' })).not.toHaveAttribute('aria-current');
    expect(invocations.filter(({ name }) => name === 'people.nameAssistant')).toHaveLength(2);
  });
});

it('is told at the home who makes requests for the viewer, with a way to end it', async () => {
  answer('portal.home', () => ({ ...own, assistants: [{ id: 'boris' }], catalog }));
  render(<Portal />);
  expect(await screen.findByText(/^Boris Ivanov makes requests for you\./)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Change' })).toHaveAttribute(
    'href',
    expect.stringContaining('/requests/assistants'),
  );
});
