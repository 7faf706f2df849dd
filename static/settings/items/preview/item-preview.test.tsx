import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItemContent } from '../../../../src/catalog/domain/model';
import { offeredItem } from '../../../../src/catalog/domain/item/offered-item';
import { definitionsOf } from '../../../../src/sla/engine/testing/build';
import { content, field } from '../../../../test/support/samples';
import { LanguagesProvider } from '../../../kit/controls/languages';
import { At } from '../../../kit/testing/at';
import { answer, answerProduct, invocations, payloadOf, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { fieldCatalog } from '../../model/field-catalog';
import { BesidePreview } from './beside-preview';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

const LAZY = { timeout: 20_000 };
const edited = (over: Partial<ItemContent> = {}) =>
  content({ form: [field('why', { required: true }), field('more')], articles: [], ...over });
const NEEDS = { fields: new Set<string>(), values: new Set<string>() };
const save = jest.fn(async () => true);
const catalog = fieldCatalog(
  [{ value: 'project', label: 'Space' }],
  { project: [{ value: '10000', label: 'IT support' }], status: [{ value: '2', label: 'Waiting' }] },
  {},
);

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answerProduct('/user?', { accountId: 'maria', displayName: 'Maria' });
  answerProduct('/user/bulk', { values: [{ accountId: 'maria', displayName: 'Maria' }] });
  answerProduct('/user/search', [
    { accountId: 'maria', displayName: 'Maria', accountType: 'atlassian', active: true },
  ]);
  answer('portal.preview', ({ person }) => ({
    page: {
      item: offeredItem(
        { id: 'laptop', version: 1, publishedAt: '2026-01-01', content: edited() },
        NEEDS,
        true,
      ),
      serviceName: { en: 'Workplace' },
      draft: null,
      drafts: [],
      definitions: definitionsOf(),
      facts: {},
      confluence: false,
      approverNames: [],
    },
    hidden: person === 'maria' ? { by: 'forOthers' } : null,
  }));
});

async function show(over: Partial<ItemContent> = {}, languages: readonly string[] = []) {
  const around = { list: { items: [], services: [], categories: [] }, definitions: definitionsOf(), catalog };
  const shown = (now: ItemContent) => (
    <At path="/items/laptop">
      <LanguagesProvider added={languages}>
        <BesidePreview
          preview={{ itemId: 'laptop', content: now, rev: 1, save, confluence: false, ...around }}
        >
          <p>The editor</p>
        </BesidePreview>
      </LanguagesProvider>
    </At>
  );
  const { rerender } = render(shown(edited(over)));
  await screen.findByRole('button', { name: 'Test this request' }, LAZY);
  return { user: userEvent.setup(), edit: (now: ItemContent) => rerender(shown(now)) };
}

it('shows what is edited at once, in the language that is chosen', async () => {
  const { user, edit } = await show();
  expect(screen.getByRole('heading', { level: 1, name: 'Laptop' })).toBeVisible();
  edit(edited({ name: { en: 'Notebook', ru: 'Ноутбук' } }));
  expect(screen.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
  await user.selectOptions(screen.getByLabelText('In language'), 'Russian');
  expect(screen.getByRole('heading', { level: 1, name: 'Ноутбук' })).toBeVisible();
  expect(screen.getByLabelText(/^why \(ru\)/)).toBeVisible();
});

it('shows it in a language that the site has added, in English where that says nothing', async () => {
  const { user, edit } = await show({}, ['de']);
  edit(edited({ name: { en: 'Laptop', ru: 'Ноутбук', de: 'Rechner' } }));
  await user.selectOptions(screen.getByLabelText('In language'), 'German');
  expect(screen.getByRole('heading', { level: 1, name: 'Rechner' })).toBeVisible();
  expect(screen.getByLabelText(/^why \(en\)|^why/)).toBeVisible();
});

it('says why somebody would not see it', async () => {
  const { user } = await show();
  await user.type(screen.getByRole('combobox', { name: 'As person' }), 'Ma');
  await user.click(await screen.findByRole('option', { name: 'Maria' }));
  expect(await screen.findByText(/names others, and nothing that is known of them/)).toBeVisible();
  expect(payloadOf('portal.preview')).toEqual({ itemId: 'laptop', person: 'maria' });
  expect(screen.queryByRole('button', { name: 'Test this request' })).toBeNull();
});

it('tests the form: what it would make is told in people’s words, and nothing is made', async () => {
  answer('requests.try', ({ answers }) => ({
    answers,
    beneficiary: 'maria',
    fields: { project: { id: '10000' }, summary: 'Laptop', duedate: '2026-04-01', description: {} },
    named: {},
    intro: ['Requested from the service catalog: Laptop.'],
    rows: [
      { label: { en: 'why' }, value: 'Broken', isMapped: true },
      { label: { en: 'more' }, value: 'Soon', isMapped: false },
    ],
    approvers: ['maria'],
    notice: { en: 'please approve' },
  }));
  const { user } = await show({
    approvals: [{ approvers: ['maria'], rule: 'any', waitingStatusId: '2' }],
    receipt: { en: 'We call you tomorrow.' },
  });
  await user.click(screen.getByRole('button', { name: 'Test this request' }));
  expect(payloadOf('requests.try')).toBeUndefined();
  await user.type(screen.getByLabelText(/^why/), 'Broken');
  await user.click(screen.getByRole('button', { name: 'Test this request' }));
  const outcome = await screen.findByRole('region', { name: 'What this request would make' });
  expect(save).toHaveBeenCalled();
  expect(within(outcome).getByRole('row', { name: 'Jira space IT support' })).toBeVisible();
  expect(within(outcome).getByRole('row', { name: /^duedate.*1 Apr 2026/ })).toBeVisible();
  expect(within(outcome).getByRole('row', { name: 'more Soon Description only' })).toBeVisible();
  expect(within(outcome).getByText('The work item waits in the status Waiting.')).toBeVisible();
  expect(within(outcome).getByRole('heading', { name: 'After sending' })).toBeVisible();
  expect(within(outcome).getByText('We call you tomorrow.')).toBeVisible();
  expect(await within(outcome).findByText('Asked to approve: Maria (any of them).')).toBeVisible();
  await waitFor(() =>
    expect(new Set(invocations.map(({ name }) => name))).toEqual(new Set(['portal.preview', 'requests.try'])),
  );
});
