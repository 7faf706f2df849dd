import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItemPage as ItemPageData } from '../../../src/catalog/domain/call-answers';
import type { Draft } from '../../../src/catalog/domain/model';
import { ownHistory } from '../../kit/address/page-history';
import { At } from '../../kit/testing/at';
import { useLoad } from '../../shared/use-load';
import { answer, invocations, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { type Home, HomeProvider } from '../home-data';
import { HomePage } from '../home/home-page';
import { ItemPage } from '../item/item-page';
import { draftOf, field, homeOf, itemPageOf, lineOf, savedDraft } from '../testing/samples';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const second = { clientToken: 'token-0002', number: 2 };
const form = [field('why', 'text', { label: { en: 'Why' } })];

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answer('requests.saveDraft', (payload) => savedDraft(payload, {}, { updatedAt: ago(0) }));
});

/** The portal with a home that changes, at an address. */
function Portal({ home, history, itemId }: PortalProps) {
  const load = useLoad('home', async () => homeOf(home));
  return (
    <At history={history}>
      <HomeProvider value={load}>
        {itemId === undefined ? <HomePage /> : <ItemPage itemId={itemId} />}
      </HomeProvider>
    </At>
  );
}
interface PortalProps {
  readonly home: Partial<Home>;
  readonly history: ReturnType<typeof ownHistory>;
  readonly itemId?: string;
}

async function openHome(home: Partial<Home>) {
  const history = ownHistory('/catalog');
  render(<Portal home={home} history={history} />);
  await screen.findByRole('heading', { level: 1 });
  return Object.assign(userEvent.setup(), { history });
}

async function openItem(
  page: ItemPageData | ReturnType<typeof refusal>,
  home: Partial<Home> = {},
  query = '',
) {
  answer('portal.item', () => page);
  const history = ownHistory(`/catalog/item/laptop${query}`);
  render(<Portal home={home} history={history} itemId="laptop" />);
  await screen.findByRole('heading', { level: 1, name: /laptop/i });
  return Object.assign(userEvent.setup(), { history });
}

const stored = (more: Partial<Draft> = {}, drafts: ItemPageData['drafts'] = []) => {
  const draft = draftOf({ updatedAt: ago(1), answers: { why: 'Mine is broken' }, ...more });
  return itemPageOf({ form }, { draft, drafts: [lineOf(draft), ...drafts] });
};

describe('the home', () => {
  it('lists drafts, each told from the others, with its age and how long it is kept; those of lost services too', async () => {
    await openHome({
      drafts: [
        lineOf({ updatedAt: ago(1) }),
        lineOf({ ...second, name: 'For the lab', updatedAt: ago(2) }),
        lineOf({
          clientToken: 'token-0003',
          itemId: 'gone',
          itemName: { en: 'Old phone' },
          updatedAt: ago(3),
        }),
      ],
    });
    const link = await screen.findByRole('link', { name: 'New laptop: Draft 1' });
    expect(link).toHaveAttribute('href', '/catalog/item/laptop?draft=token-0001');
    expect(screen.getByRole('link', { name: 'New laptop: For the lab' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Old phone' })).toHaveAttribute(
      'href',
      '/catalog/item/gone?draft=token-0003',
    );
    expect(screen.getAllByText(/^saved .* ago, kept until \d/)).toHaveLength(2);
    expect(screen.queryByText(/will be deleted/)).toBeNull();
  });

  it('tells of a draft in its last week, where it says what waits', async () => {
    await openHome({
      drafts: [lineOf({ updatedAt: ago(52.5) }), lineOf({ ...second, updatedAt: ago(53.5) })],
    });
    const waiting = screen.getByRole('region', { name: 'Waiting for you' });
    expect(within(waiting).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/item/laptop?draft=token-0002',
    );
    expect(
      within(waiting).getByText(/^Draft: will be deleted on \d+ \w+ \d{4} unless you keep it/),
    ).toBeVisible();
  });

  it('renames a draft, says where the name is taken, and deletes one only when asked again', async () => {
    const user = await openHome({
      drafts: [lineOf({ updatedAt: ago(1) }), lineOf({ ...second, updatedAt: ago(1) })],
    });
    await user.click(await screen.findByRole('button', { name: 'Rename the draft New laptop: Draft 2' }));
    answer('requests.renameDraft', () => refusal({ code: 'NAME_TAKEN' }));
    await user.type(await screen.findByLabelText('Name'), 'Lab');
    await user.click(screen.getByRole('button', { name: 'Save name' }));
    expect(await screen.findByText(/^Another draft of this service has this name/)).toBeVisible();
    answer('requests.renameDraft', ({ name }) => ({
      draft: { ...lineOf({ ...second, updatedAt: ago(1), name }), saved: { by: 'x', turn: 1 } },
    }));
    await user.click(screen.getByRole('button', { name: 'Save name' }));
    expect(await screen.findByRole('link', { name: 'New laptop: Lab' })).toBeVisible();
    expect(payloadOf('requests.renameDraft')).toEqual({ draftId: 'token-0002', name: 'Lab' });

    answer('requests.deleteDraft', () => ({ deleted: true }));
    await user.click(await screen.findByRole('button', { name: 'Delete the draft New laptop: Lab' }));
    expect(payloadOf('requests.deleteDraft')).toBeUndefined();
    await user.click(await screen.findByRole('button', { name: 'Delete draft' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'New laptop: Lab' })).toBeNull());
    expect(payloadOf('requests.deleteDraft')).toEqual({ draftId: 'token-0002' });
  });

  it('knows of a draft that was begun since it was loaded, when somebody comes back to it', async () => {
    const page = itemPageOf({ form });
    answer('portal.item', () => page);
    const history = ownHistory('/catalog/item/laptop');
    const { rerender } = render(<Portal home={{}} history={history} itemId="laptop" />);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText(/^Why/), 'x');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await screen.findByText(/^Draft saved at/);
    rerender(<Portal home={{}} history={history} />);
    expect(await screen.findByRole('heading', { name: 'Your drafts' })).toBeVisible();
  });
});

it('keeps each of two stars that are given at once', async () => {
  const items = ['laptop', 'phone'].map((id) => ({ ...homeOf().items[0]!, id, name: { en: id } }));
  const kept: string[] = [];
  answer('portal.favourite', async ({ itemId }) => {
    const before = [...kept];
    await Promise.resolve();
    kept.splice(0, kept.length, itemId, ...before);
    return { favourites: [...kept] };
  });
  const user = await openHome({ items, popular: [] });
  await user.click(screen.getByRole('button', { name: 'Favourite: laptop' }));
  await user.click(screen.getAllByRole('button', { name: 'Favourite: phone' })[0]!);
  await waitFor(() => expect(kept).toEqual(['phone', 'laptop']));
  for (const name of ['Favourite: laptop', 'Favourite: phone'])
    for (const star of screen.getAllByRole('button', { name }))
      expect(star).toHaveAttribute('aria-pressed', 'true');
});

describe('the form of an item', () => {
  it.each([
    ['of somebody without open requests', {}, {}, undefined],
    ['of somebody with open requests, whose own are compared', { openRequests: 2 }, {}, true],
    ['of an item whose answers are shared', {}, { joining: { shows: 'why' } }, true],
    ['of both', { openRequests: 2 }, { joining: { shows: 'why' } }, true],
  ])(
    'is three calls at most from being opened to being sent: %s',
    async (_, home, content, compares) => {
      const user = await openItem(itemPageOf({ form, ...content }), home);
      answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
      await user.type(screen.getByLabelText(/^Why/), 'Mine is broken since yesterday');
      await screen.findByText(/^Draft saved at/, undefined, { timeout: 8_000 });
      await user.click(screen.getByRole('button', { name: /^Send/ }));
      await screen.findByText('Your request is in');
      expect(invocations.map(({ name }) => name)).toEqual([
        'portal.item',
        'requests.saveDraft',
        'requests.submit',
      ]);
      expect(payloadOf('requests.saveDraft')?.['compares']).toBe(compares);
    },
    20_000,
  );

  it('writes its draft into the address once there is one, and loads nothing anew for that', async () => {
    const user = await openItem(itemPageOf({ form }));
    await user.type(screen.getByLabelText(/^Why/), 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await screen.findByText(/^Draft saved at/);
    const token = String(payloadOf('requests.saveDraft')?.['clientToken']);
    await waitFor(() => expect(user.history.location.search).toBe(`?draft=${token}`));
    expect(screen.getByLabelText(/^Why/)).toHaveValue('Mine');
    expect(invocations.filter(({ name }) => name === 'portal.item')).toHaveLength(1);
  });

  it('opens the draft that its address names, says what it is called, and lists the others', async () => {
    const others = [lineOf({ ...second, updatedAt: ago(3) })];
    const user = await openItem(stored({ name: 'For the lab' }, others), {}, '?draft=token-0001');
    expect(payloadOf('portal.item')).toEqual({ itemId: 'laptop', draft: 'token-0001' });
    expect(screen.getByText('You are continuing the draft “For the lab”')).toBeVisible();
    expect(screen.getByText(/^It is kept until \d+ \w+ \d{4}, and for another 60 days/)).toBeVisible();
    const list = screen.getByRole('region', { name: 'Your other drafts of this service' });
    expect(await within(list).findByRole('link', { name: 'Draft 2' })).toBeVisible();
    answer('portal.item', () => itemPageOf({ form }, { drafts: others }));
    await user.click(screen.getByRole('link', { name: 'Start another one' }));
    await waitFor(() => expect(screen.getByLabelText(/^Why/)).toHaveValue(''));
    expect(payloadOf('portal.item')).toEqual({ itemId: 'laptop', draft: 'new' });
  });

  it('asks the second draft for a name, and the first for none', async () => {
    const user = await openItem(itemPageOf({ form }, { drafts: [lineOf()] }), {}, '?draft=new');
    expect(screen.getByText(/^You have another draft of this service\. A name/)).toBeVisible();
    answer('requests.renameDraft', ({ draftId, name }) => ({
      draft: { ...lineOf({ clientToken: draftId, name }), saved: { by: 'x', turn: 1 } },
    }));
    await user.type(screen.getByLabelText(/^Why/), 'For the lab');
    await user.click(screen.getByRole('button', { name: 'Name this draft' }));
    await user.type(await screen.findByLabelText('Name'), 'Lab');
    await user.click(screen.getByRole('button', { name: 'Save name' }));
    expect(await screen.findByText('Draft: Lab')).toBeVisible();
    const token = payloadOf('requests.saveDraft')?.['clientToken'];
    expect(payloadOf('requests.renameDraft')).toEqual({ draftId: token, name: 'Lab' });
  });

  it('asks the first draft for no name', async () => {
    await openItem(stored());
    expect(screen.queryByRole('button', { name: 'Name this draft' })).toBeNull();
  });

  it('keeps a draft in its last week for another sixty days when asked', async () => {
    const user = await openItem(stored({ updatedAt: ago(55) }));
    expect(screen.getByText(/^It will be deleted on \d+ \w+ \d{4} unless you keep it/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep it for 60 more days' }));
    expect(await screen.findByText(/^It is kept until/)).toBeVisible();
    expect(payloadOf('requests.saveDraft')).toMatchObject({ answers: { why: 'Mine is broken' } });
  });

  it('tells which save it goes on from, and of a draft that was changed elsewhere; both can be kept', async () => {
    const user = await openItem(stored());
    answer('requests.saveDraft', () => refusal({ code: 'DRAFT_CHANGED' }));
    await user.type(screen.getByLabelText(/^Why/), '!');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('This draft was changed elsewhere')).toBeVisible();
    expect(payloadOf('requests.saveDraft')).toMatchObject({
      keeping: { turn: 1, from: { by: 'another-form', turn: 1 } },
    });
    answer('requests.saveDraft', (payload) => savedDraft(payload, {}, { ...second, updatedAt: ago(0) }));
    await user.click(screen.getByRole('button', { name: 'Keep this as another draft' }));
    await screen.findByText(/^Draft saved at/);
    const last = payloadOf('requests.saveDraft');
    expect(last?.['clientToken']).not.toBe('token-0001');
    expect(last).toMatchObject({ answers: { why: 'Mine is broken!' }, keeping: { turn: 2 } });
    expect(last?.['keeping']).not.toHaveProperty('from');
    expect(screen.queryByText('This draft was changed elsewhere')).toBeNull();
  });

  it('opens the other version in the place of its own where somebody wants that', async () => {
    const user = await openItem(stored());
    answer('requests.saveDraft', () => refusal({ code: 'DRAFT_CHANGED' }));
    await user.type(screen.getByLabelText(/^Why/), '!');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    answer('portal.item', () =>
      stored({ answers: { why: 'By the phone' }, saved: { by: 'phone', turn: 4 } }),
    );
    await user.click(await screen.findByRole('button', { name: /^Discard and open/ }));
    await waitFor(() => expect(screen.getByLabelText(/^Why/)).toHaveValue('By the phone'));
    expect(payloadOf('portal.item')).toEqual({ itemId: 'laptop', draft: 'token-0001' });
  });

  it('says so where there are too many drafts, and that nothing of this one is kept', async () => {
    const user = await openItem(itemPageOf({ form }));
    answer('requests.saveDraft', () => refusal({ code: 'DRAFT_LIMIT', params: { max: '30' } }));
    await user.type(screen.getByLabelText(/^Why/), 'x');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('This draft is not saved')).toBeVisible();
    expect(screen.getByText(/^You have 30 drafts, and no more are kept\. Delete one/)).toBeVisible();
  });

  it('shows another day what the form does not ask any more, until it is taken away, and sends nothing of it', async () => {
    const colour = { field: field('colour', 'text', { label: { en: 'Colour' } }), answer: 'Red' };
    const count = { field: field('count', 'number', { label: { en: 'How many' } }), answer: 1234.5 };
    const user = await openItem(stored({ others: [colour, count] }));
    const others = () => screen.getByRole('region', { name: 'Other answers' });
    expect(others()).toHaveTextContent('Colour: Red');
    expect(others()).toHaveTextContent('How many: 1,234.5');
    await user.click(screen.getByRole('button', { name: 'Copy the answer to Colour' }));
    expect(await navigator.clipboard.readText()).toBe('Red');
    await user.click(screen.getByRole('button', { name: 'Remove the answer to How many' }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await screen.findByText(/^Draft saved at/);
    expect(payloadOf('requests.saveDraft')).toMatchObject({ keeping: { others: [{ answer: 'Red' }] } });
    answer('requests.submit', () => ({ requestId: 'r1', issueKey: 'IT-7', issueId: '1' }));
    await user.click(screen.getByRole('button', { name: /^Send/ }));
    await screen.findByText('Your request is in');
    expect(payloadOf('requests.submit')).toMatchObject({ answers: { why: 'Mine is broken' } });
  });

  it('says what became of a draft that its address names and that is not there', async () => {
    await openItem(itemPageOf({ form }, { missed: {} }), {}, '?draft=token-0009');
    expect(screen.getByText('This draft is not here')).toBeVisible();
  });

  it('leads to the request that a draft was sent as', async () => {
    await openItem(itemPageOf({ form }, { missed: { requestId: 'r1' } }), {}, '?draft=token-0009');
    expect(screen.getByRole('link', { name: 'See the request' })).toHaveAttribute('href', '/requests/r1');
  });
});

describe('a draft of a service that is lost', () => {
  const draft = lineOf({ name: 'For the lab', updatedAt: ago(1) });
  const words = [
    { field: form[0]!, answer: 'Mine is broken' },
    { field: field('who', 'user', { label: { en: 'Who' } }), answer: 'maria' },
  ];
  const laptop2 = { ...homeOf().items[0]!, id: 'laptop-2', name: { en: 'Laptop 2' } };
  const other = { ...laptop2, id: 'other', name: { en: 'Something else' }, catchAll: 'what' };
  const what = field('what', 'multiline', { label: { en: 'What do you need?' } });

  beforeEach(() => {
    answer('requests.draft', () => ({
      draft: { ...draft, saved: { by: 'another-form', turn: 3 } },
      answers: words,
    }));
  });

  it('is read, and goes with its draft to what replaces the service, where there is such a thing', async () => {
    const retired = refusal({ code: 'ITEM_RETIRED', params: { replacedBy: 'laptop-2' } });
    const user = await openItem(retired, { drafts: [draft], items: [laptop2, other] });
    expect(await screen.findByText('This service has been retired')).toBeVisible();
    expect(screen.getByText(/^What you filled in is still yours\. It is kept until \d/)).toBeVisible();
    expect(await screen.findByText('Mine is broken')).toBeVisible();
    answer('portal.item', () => {
      const page = itemPageOf({ form, name: { en: 'Laptop 2' } });
      return { ...page, item: { ...page.item, id: 'laptop-2' } };
    });
    await user.click(screen.getByRole('button', { name: 'Go to Laptop 2 with your answers' }));
    expect(user.history.location.pathname).toBe('/catalog/item/laptop-2');
  });

  it('goes to what is for everything else as a text, and what is no text beside it', async () => {
    const user = await openItem(refusal({ code: 'NOT_FOUND' }), { drafts: [draft], items: [other] });
    expect(await screen.findByText('This service is no longer available to you')).toBeVisible();
    answer('portal.item', () => {
      const page = itemPageOf({ form: [what], name: { en: 'Something else, laptop or not' } });
      return { ...page, item: { ...page.item, id: 'other' } };
    });
    await user.click(await screen.findByRole('button', { name: 'Take your answers to Something else' }));
    render(<Portal home={{ items: [other] }} history={user.history} itemId="other" />);
    expect(await screen.findByLabelText(/^What do you need/)).toHaveValue('New laptop\nWhy: Mine is broken');
    expect(screen.getByText('Your answers from “New laptop” are in the text below.')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Other answers' })).toHaveTextContent('Who:');
    await waitFor(
      () =>
        expect(payloadOf('requests.saveDraft')).toMatchObject({
          itemId: 'other',
          clientToken: draft.clientToken,
          keeping: { from: { by: 'another-form', turn: 3 } },
        }),
      { timeout: 8_000 },
    );
  }, 15_000);

  it('says nothing of a service of which nobody has begun anything', async () => {
    answer('portal.item', () => refusal({ code: 'NOT_FOUND' }));
    render(<Portal home={{}} history={ownHistory('/catalog/item/laptop')} itemId="laptop" />);
    expect(await screen.findByRole('heading', { name: 'This service is not available' })).toBeVisible();
    expect(screen.getByText(/^This does not exist, or you don’t have access/)).toBeVisible();
  });
});
