import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import type { Item, ItemContent } from '../../../src/catalog/domain/model';
import { offeredItem } from '../../../src/catalog/domain/item/offered-item';
import { checkItem, errorsOf } from '../../../src/catalog/domain/item/check-item';
import { AROUND, content } from '../../../test/support/samples';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { At } from '../../kit/testing/at';
import { answer, answerProduct, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { inJira, status } from '../testing/statuses';
import { ItemScreen } from './item-screen';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
const list: CatalogList = {
  items: ['laptop', 'phone', 'fax'].map((id) => ({
    id,
    name: { en: `The ${id}` },
    state: id === 'fax' ? 'retired' : 'published',
    version: 1,
    dirty: false,
    serviceId: 'workplace',
    updatedAt: '2026-01-01T00:00:00.000Z',
    problems: 0,
  })),
  services: [{ id: 'workplace', name: { en: 'Workplace' }, owner: 'sergey' }],
  categories: [{ id: 'hardware', name: { en: 'Hardware' } }],
};
const catalog = fieldCatalog(
  [],
  {
    project: [{ value: '10000', label: 'IT support' }],
    issuetype: [{ value: '10001', label: 'Service request' }],
    status: [{ value: '9', label: 'Somewhere else' }],
  },
  { '10000': 'IT' },
);
const STATUSES = [
  status('1', 'To Do', 'new'),
  status('2', 'Waiting for approval', 'indeterminate'),
  status('3', 'In Progress', 'indeterminate'),
  status('4', 'Done', 'done'),
  status('5', 'Cancelled', 'done'),
].map(inJira);

/** Keeps and publishes as the backend does, checked by the same rules. */
let stored: Item;
const keep = (id: string, rev: number, wanted: ItemContent, over: Partial<Item> = {}): Item =>
  (stored = {
    schema: 1,
    id,
    rev: rev + 1,
    state: 'draft',
    version: 0,
    content: wanted,
    dirty: true,
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'admin',
    ...over,
  });

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/project/10000/statuses', [{ id: '10001', name: 'Service request', statuses: STATUSES }]);
  answerProduct('/user', []);
  answer('catalog.item', () => ({ item: stored }));
  const problems = () => checkItem(stored.content, AROUND);
  answer('catalog.saveItem', ({ itemId, rev, content: wanted }) => ({
    item: keep(itemId, rev, wanted),
    problems: problems(),
  }));
  answer('catalog.publishItem', ({ itemId, rev }) => {
    const fields = errorsOf(problems());
    if (fields.length > 0) return refusal({ code: 'INVALID_DEFINITION', fields });
    return { item: keep(itemId, rev, stored.content, { state: 'published', version: 1, dirty: false }) };
  });
  answer('catalog.retireItem', ({ itemId, rev }) => ({
    item: keep(itemId, rev, stored.content, { state: 'retired' }),
  }));
});

async function open(itemId: string, readOnly = false) {
  const user = userEvent.setup();
  render(
    <At path={`/items/${itemId}`}>
      <ItemScreen
        itemId={itemId}
        isNew={itemId === 'new'}
        from={null}
        list={list}
        definitions={definitionsOf()}
        catalog={catalog}
        confluence
        mayOpenSlas
        readOnly={readOnly}
        onStored={() => undefined}
      />
    </At>,
  );
  await screen.findByRole('tab', { name: 'General' }, LAZY);
  return user;
}

const published = () => keep('laptop', 1, content(), { state: 'published', version: 1, dirty: false });

it('a new item is made and published by clicks: its stages come from the work type’s statuses', async () => {
  const user = await open('new');
  await user.type(screen.getByLabelText('Name (English)'), 'Whiteboard');
  await user.click(screen.getByRole('tab', { name: 'Fulfilment' }));
  expect(screen.getByRole('button', { name: /^Add stages from/ })).toBeDisabled();
  const hint = 'Choose a space and one of its work types above.';
  expect(screen.getByText(hint)).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Jira space'), 'IT support');
  await user.selectOptions(screen.getByLabelText('Work type'), 'Service request');
  const add = screen.getByRole('button', { name: /^Add stages from/ });
  await waitFor(() => expect(add).toBeEnabled());
  expect(screen.queryByText(hint)).toBeNull();
  await user.click(add);
  expect(screen.getByDisplayValue('Received')).toBeVisible();
  expect(screen.getByDisplayValue('Отменено')).toBeVisible();
  expect(add).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/^Published\./)).toBeVisible();
  expect(payloadOf('catalog.saveItem')?.['content']).toMatchObject({
    categoryIds: ['hardware'],
    serviceId: 'workplace',
    actions: { cancelToStatusId: '5', reopenToStatusId: '3' },
  });
});

it('a draft is saved with what it still lacks, told where it stands; publishing leads to the first of it', async () => {
  const user = await open('new');
  await user.type(screen.getByLabelText('Name (English)'), 'Whiteboard');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  expect(
    await screen.findByText('Draft saved. 4 things are missing before it can be published.'),
  ).toBeVisible();
  expect(screen.getByText(/Choose the Jira space in which/)).toBeVisible();
  expect(screen.getByRole('tab', { name: 'General' })).toHaveAttribute('aria-selected', 'true');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  const space = await screen.findByLabelText('Jira space');
  await waitFor(() => expect(space).toHaveFocus());
  expect(screen.getByRole('tab', { name: 'Fulfilment' })).toHaveAttribute('aria-selected', 'true');
});

it('what was listed as missing goes once it is filled in, and the rest stays', async () => {
  const user = await open('new');
  await user.type(screen.getByLabelText('Name (English)'), 'Whiteboard');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  expect(await screen.findByText(/Choose the Jira space in which/)).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Fulfilment' }));
  await user.selectOptions(screen.getByLabelText('Jira space'), 'IT support');
  expect(screen.queryByText(/Choose the Jira space in which/)).toBeNull();
  expect(screen.getAllByText(/No stage ends the request/)[0]).toBeVisible();
});

it('an approval is given its statuses from the work type’s, and is not published without', async () => {
  keep('laptop', 1, content({ approvals: [{ approvers: ['maria'], rule: 'any' }] }));
  const user = await open('laptop');
  expect(screen.getByText('Add a language')).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Approval' }));
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findAllByText(/no status to wait in/)).toHaveLength(2);
  const waits = screen.getByLabelText('Waits in status');
  await within(waits).findByRole('option', { name: 'Waiting for approval' });
  expect(within(waits).queryByRole('option', { name: 'Somewhere else' })).not.toBeInTheDocument();
  await user.selectOptions(waits, 'Waiting for approval');
  await user.selectOptions(screen.getByLabelText('Once approved, goes to'), 'In Progress');
  await user.selectOptions(screen.getByLabelText('Once declined, goes to'), 'Cancelled');
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/^Published\./)).toBeVisible();
  expect(stored.content.approvals[0]).toEqual({
    approvers: ['maria'],
    rule: 'any',
    waitingStatusId: '2',
    approvedToStatusId: '3',
    declinedToStatusId: '5',
  });
});

it('retiring asks first, offers what is published instead, and says that it was done beside the button', async () => {
  published();
  const user = await open('laptop');
  await user.click(screen.getByRole('button', { name: 'Retire…' }));
  const dialog = await screen.findByRole('dialog', undefined, LAZY);
  expect(payloadOf('catalog.retireItem')).toBeUndefined();
  const instead = within(dialog).getByLabelText('Offer instead');
  expect(
    within(instead)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['nothing', 'The phone']);
  await user.selectOptions(instead, 'The phone');
  await user.click(within(dialog).getByRole('button', { name: 'Retire' }));
  expect(await screen.findByText(/^Retired\./)).toBeVisible();
  expect(payloadOf('catalog.retireItem')).toEqual({ itemId: 'laptop', rev: 2, replacedBy: 'phone' });
  const words = screen.getByText(/^Retired\./);
  const publish = screen.getByRole('button', { name: 'Publish' });
  expect(words.compareDocumentPosition(publish)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  expect(words.compareDocumentPosition(screen.getByRole('tablist'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('retiring loses nothing that was edited and not saved', async () => {
  published();
  const user = await open('laptop');
  await user.type(screen.getByLabelText('Name (English)'), ' of 2027');
  await user.click(screen.getByRole('button', { name: 'Retire…' }));
  const dialog = await screen.findByRole('dialog', undefined, LAZY);
  await user.click(within(dialog).getByRole('button', { name: 'Retire' }));
  expect(await screen.findByText(/^Retired\./)).toBeVisible();
  expect(screen.getByLabelText('Name (English)')).toHaveValue(`${content().name.en} of 2027`);
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() => expect(payloadOf('catalog.saveItem')).toMatchObject({ rev: 3 }));
});

it('a price that is typed anew stays in its currency', async () => {
  keep('laptop', 1, content({ price: { amount: 100, currency: 'USD' } }), { state: 'published', version: 1 });
  const user = await open('laptop');
  const price = screen.getByLabelText('Price');
  await user.clear(price);
  await user.type(price, '120');
  expect(screen.getByLabelText('Currency')).toHaveValue('USD');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() =>
    expect(payloadOf('catalog.saveItem')).toMatchObject({
      content: { price: { amount: 120, currency: 'USD' } },
    }),
  );
});

/** Somebody else saves the item meanwhile. */
const saveAsFelix = (name: string) => {
  answerProduct('/user?', { accountId: 'felix', displayName: 'Felix' });
  keep('laptop', 3, content({ name: { en: name } }), {
    updatedBy: 'felix',
    updatedAt: '2026-07-01T08:00:00.000Z',
  });
  const save = async ({
    itemId,
    rev,
    content: wanted,
  }: {
    itemId: string;
    rev: number;
    content: ItemContent;
  }) =>
    rev === stored.rev
      ? { item: keep(itemId, rev, wanted), problems: [] }
      : refusal({ code: 'CONFLICT', params: { what: 'item' } });
  answer('catalog.saveItem', save);
};

describe('while somebody else changed the draft', () => {
  const conflict = async () => {
    published();
    const user = await open('laptop');
    saveAsFelix('Laptop of Felix');
    await user.type(screen.getByLabelText('Name (English)'), ' of mine');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(
      await screen.findByText(/^Felix changed this item after you opened it: Wed 1 Jul, 10:00$/),
    ).toBeVisible();
    expect(stored.content.name).toEqual({ en: 'Laptop of Felix' });
    expect(screen.getByLabelText('Name (English)')).toHaveValue(`${content().name.en} of mine`);
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
    return user;
  };

  it('nothing is overwritten, and their version can be looked at', async () => {
    const user = await conflict();
    await user.click(screen.getByRole('button', { name: 'See the other version' }));
    expect(screen.getByLabelText('Name (English)')).toHaveValue('Laptop of Felix');
    expect(screen.getByLabelText('Name (English)')).toHaveAttribute('readonly');
    await user.click(screen.getByRole('button', { name: 'Back to my version' }));
    expect(screen.getByLabelText('Name (English)')).toHaveValue(`${content().name.en} of mine`);
  });

  it('their version is taken, and goes on from there', async () => {
    const user = await conflict();
    await user.click(screen.getByRole('button', { name: 'Use the other version' }));
    const name = screen.getByLabelText('Name (English)');
    expect(name).toHaveValue('Laptop of Felix');
    await user.type(name, '!');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(stored.content.name).toEqual({ en: 'Laptop of Felix!' }));
  });

  it('one’s own is kept as a step of its own', async () => {
    const user = await conflict();
    await user.click(screen.getByRole('button', { name: 'Keep my version' }));
    await waitFor(() => expect(stored.content.name.en).toBe(`${content().name.en} of mine`));
    expect(payloadOf('catalog.saveItem')).toMatchObject({ rev: 4 });
    expect(screen.getByRole('button', { name: 'Publish' })).toBeVisible();
  });
});

it('a save whose answer was lost is no conflict', async () => {
  published();
  const user = await open('laptop');
  saveAsFelix('Laptop of Felix');
  keep('laptop', 1, stored.content);
  let lost = 0;
  answer('catalog.saveItem', ({ itemId, rev, content: wanted }) => {
    if (rev !== stored.rev) return refusal({ code: 'CONFLICT' });
    keep(itemId, rev, wanted);
    lost += 1;
    return lost === 1 ? refusal({ code: 'INTERNAL', retryable: true }) : { item: stored, problems: [] };
  });
  await user.type(screen.getByLabelText('Name (English)'), '!');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  expect(await screen.findByText(/^The draft isn’t saved yet/)).toBeVisible();
  await user.type(screen.getByLabelText('Name (English)'), '!');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() => expect(stored.content.name.en).toBe(`${content().name.en}!!`));
  expect(screen.queryByRole('button', { name: 'Keep my version' })).toBeNull();
});

it('a draft is saved by itself, without what it still lacks', async () => {
  published();
  const user = await open('laptop');
  await user.type(screen.getByLabelText('Name (English)'), '!');
  expect(await screen.findByText(/^Draft saved at/, undefined, { timeout: 8_000 })).toBeVisible();
  expect(payloadOf('catalog.saveItem')).toMatchObject({ rev: 2, byItself: true });
  expect(stored.content.name.en).toBe(`${content().name.en}!`);
}, 15_000);

it('a copy has questions of its own, is saved by itself, and can be made from the item’s page', async () => {
  const why = { id: 'why', type: 'text', label: { en: 'Why' }, required: true } as const;
  const more = { ...why, id: 'more', visibleWhen: { field: 'why', op: 'filled' } } as const;
  keep('laptop', 1, content({ form: [why, more] }));
  const onCopy = jest.fn();
  render(
    <At path="/items/new">
      <ItemScreen
        itemId="copy"
        isNew
        from="laptop"
        list={list}
        definitions={definitionsOf()}
        catalog={catalog}
        confluence
        readOnly={false}
        onCopy={onCopy}
        onStored={() => undefined}
      />
    </At>,
  );
  const button = await screen.findByRole('button', { name: 'Duplicate' }, { timeout: 10_000 });
  const [first, second] = stored.content.form;
  expect(stored).toMatchObject({ id: 'copy', rev: 1, content: { name: { en: 'Copy of Laptop' } } });
  expect(first?.id).not.toBe('why');
  expect(second?.visibleWhen).toEqual({ field: first?.id, op: 'filled' });
  button.click();
  expect(onCopy).toHaveBeenCalled();
}, 15_000);

it('says how much is written in each language, and leads to what is missing', async () => {
  const why = { id: 'why', type: 'text', label: { en: 'Why?' }, required: true } as const;
  keep('laptop', 1, content({ form: [why] }));
  const user = await open('laptop');
  const languages = screen.getByRole('group', { name: 'Texts by language' });
  expect(within(languages).getByText('English: 100%')).toBeVisible();
  await user.click(within(languages).getByRole('button', { name: /^Russian: 9\d%, 1 missing$/ }));
  expect(screen.getByText('Not written yet: Russian')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Form' }));
  expect(await screen.findByRole('tab', { name: 'Form', selected: true })).toBeVisible();
});

it('shows the preview to those who may only look, who change and test nothing', async () => {
  published();
  answer('portal.preview', () => ({
    page: {
      item: offeredItem(
        { id: 'laptop', version: 1, publishedAt: '2026-01-01', content: stored.content },
        { fields: new Set(), values: new Set() },
        true,
      ),
      serviceName: null,
      draft: null,
      drafts: [],
      definitions: definitionsOf(),
      facts: {},
      confluence: false,
      approverNames: [],
    },
    hidden: null,
  }));
  const user = await open('laptop', true);
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  expect(screen.queryByText('Add a language')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Laptop' }, LAZY)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Test this request' })).toBeNull();
  expect(payloadOf('catalog.saveItem')).toBeUndefined();
}, 30_000);
