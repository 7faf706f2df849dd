import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { content, field } from '../../../test/support/samples';
import { At } from '../../kit/testing/at';
import { answer, answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
import { inJira, status } from '../testing/statuses';
import { ItemEditor } from './item-editor';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const list = {
  items: [],
  services: [
    { id: 'workplace', name: { en: 'Workplace' }, owner: 'sergey' },
    { id: 'network', name: { en: 'Network' }, owner: 'sergey' },
  ],
  categories: ['hardware', 'software'].map((id) => ({ id, name: { en: `All ${id}` } })),
};
const catalog = fieldCatalog(
  [
    { value: 'priority', label: 'Priority' },
    { value: 'duedate', label: 'Due date' },
  ],
  {
    project: [
      { value: '10000', label: 'IT support' },
      { value: '10001', label: 'People' },
    ],
    status: [{ value: '1', label: 'To Do' }],
  },
  { '10000': 'IT', '10001': 'HR' },
);

const NONE: readonly never[] = [];
let now: ItemContent;
/** Renders a tab of the item, and again whatever the editor makes of it. */
async function show(tab: string, over: Partial<ItemContent> = {}, readOnly = false): Promise<void> {
  const editor = (edited: ItemContent) => (
    <At path="/items/laptop">
      <ItemEditor
        content={(now = edited)}
        list={list}
        definitions={definitionsOf()}
        catalog={catalog}
        confluence
        readOnly={readOnly}
        findings={NONE}
        onChange={(next) => rerender(editor(next))}
      />
    </At>
  );
  const { rerender } = render(editor(content(over)));
  fireEvent.click(screen.getByRole('tab', { name: tab }));
  await settle();
}
/** What the site has is read meanwhile; a test that is over must not hear of it. */
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } });

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answer('settings.rows', () => ({ rows: [] }));
  answerProduct('/project/10000/statuses', [
    {
      id: '10001',
      name: 'Service request',
      statuses: [
        status('1', 'To Do', 'new'),
        status('6', 'In review', 'indeterminate'),
        status('3', 'Done', 'done'),
      ].map(inJira),
    },
  ]);
  answerProduct('/issue/createmeta/10000/issuetypes/10001', {
    fields: [
      { fieldId: 'summary', name: 'Summary', required: true, schema: { type: 'string' } },
      { fieldId: 'duedate', name: 'Due date', schema: { type: 'date' } },
      {
        fieldId: 'priority',
        name: 'Priority',
        schema: { type: 'priority' },
        allowedValues: [
          { id: '1', name: 'High' },
          { id: '2', name: 'Low' },
        ],
      },
      { fieldId: 'customfield_3', name: 'Cost centre', required: true, schema: { type: 'string' } },
    ],
  });
  answerProduct('/user', []);
});

describe('what an item is', () => {
  it('is written in both languages, each by itself', async () => {
    await show('General');
    type(screen.getByLabelText('Name (Russian)'), 'Ноутбук');
    expect(now.name).toEqual({ en: 'Laptop', ru: 'Ноутбук' });
  });

  it('stands in categories and belongs to a service', async () => {
    await show('General');
    const categories = screen.getByRole('group', { name: 'Categories' });
    fireEvent.change(within(categories).getByRole('combobox'), { target: { value: 'software' } });
    choose('Service', 'network');
    expect(now).toMatchObject({ categoryIds: ['hardware', 'software'], serviceId: 'network' });
  });

  it('is found by keywords: blanks around them and empty ones are dropped', async () => {
    await show('General');
    const keywords = screen.getByLabelText('Keywords');
    type(keywords, ' notebook, ,ноут ');
    fireEvent.blur(keywords);
    expect(now.keywords).toEqual(['notebook', 'ноут']);
  });

  it('costs what is typed, says so when that is no number, and nothing when it is cleared', async () => {
    await show('General');
    const price = screen.getByLabelText('Price');
    type(price, '12,5');
    expect(now.price).toEqual({ amount: 12.5, currency: 'EUR' });
    type(price, 'a lot');
    fireEvent.blur(price);
    expect(price).toBeInvalid();
    type(price, '');
    expect(now).not.toHaveProperty('price');
  });
});

describe('what a request becomes in Jira', () => {
  it('is a work item of a space, under the key the space has', async () => {
    await show('Fulfilment', { fulfilment: { ...content().fulfilment, projectId: '', projectKey: '' } });
    choose('Jira space', '10000');
    await settle();
    expect(now.fulfilment).toMatchObject({ projectId: '10000', projectKey: 'IT' });
  });

  it('offers the work types of the space, and forgets the type when the space changes', async () => {
    await show('Fulfilment');
    const type = screen.getByLabelText('Work type');
    expect(
      within(type)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Service request']);
    choose('Jira space', '10001');
    expect(now.fulfilment).toMatchObject({ projectId: '10001', projectKey: 'HR', issueTypeId: '' });
  });

  it('takes answers into fields, one mapping a row, first into what Jira requires', async () => {
    await show('Fulfilment');
    press('Add mapping');
    choose('Mapping 2, answer', 'due');
    expect(now.fulfilment.mappings).toEqual([
      { jiraField: 'duedate', source: { kind: 'answer', field: 'due' } },
      { jiraField: 'customfield_3', source: { kind: 'answer', field: 'due' } },
    ]);
    const fields = within(screen.getByLabelText('Mapping 2, Jira field'));
    expect(fields.getByRole('option', { name: 'Cost centre (required by Jira)' })).toBeVisible();
    expect(fields.queryByRole('option', { name: 'Summary' })).toBeNull();
    press('Remove mapping 1');
    expect(now.fulfilment.mappings.map(({ jiraField }) => jiraField)).toEqual(['customfield_3']);
  });

  it('keeps a constant and a field of Jira that it does not know', async () => {
    const mappings = [
      { jiraField: 'customfield_9', source: { kind: 'constant' as const, value: 'budget-2027' } },
    ];
    await show('Fulfilment', { fulfilment: { ...content().fulfilment, mappings } });
    expect(screen.getByDisplayValue('budget-2027')).toBeVisible();
    expect(screen.getByLabelText('Mapping 1, Jira field')).toHaveValue('customfield_9');
  });

  it('gives a field always the same, by the names of its values', async () => {
    const mappings = [{ jiraField: 'priority', source: { kind: 'constant' as const, value: '1' } }];
    await show('Fulfilment', { fulfilment: { ...content().fulfilment, mappings } });
    expect(screen.getByLabelText('Mapping 1, value')).toHaveDisplayValue('High');
    choose('Mapping 1, value', '2');
    expect(now.fulfilment.mappings[0]?.source).toEqual({ kind: 'constant', value: '2' });
    choose('Mapping 1, filled with', 'template');
    type(screen.getByLabelText('Mapping 1, text'), 'For ');
    choose('Insert into: Mapping 1, text', 'field.why');
    expect(now.fulfilment.mappings).toEqual([
      { jiraField: 'priority', source: { kind: 'template', template: 'For {{field.why}}' } },
    ]);
    expect(screen.getByText('Reads: For ‹why›')).toBeVisible();
  });

  it('proposes values for options that are called alike, and takes others', async () => {
    const options = [
      { id: 'now', label: { en: 'High' } },
      { id: 'later', label: { en: 'Some day' } },
    ];
    const form = [field('why'), field('urgent', { type: 'choice', options })];
    await show('Fulfilment', { form, fulfilment: { ...content().fulfilment, mappings: [] } });
    press('Add mapping');
    choose('Mapping 1, Jira field', 'priority');
    choose('Mapping 1, answer', 'urgent');
    expect(now.fulfilment.mappings[0]?.valueMap).toEqual({ now: '1' });
    choose('Mapping 1, value for Some day', '2');
    expect(now.fulfilment.mappings[0]?.valueMap).toEqual({ now: '1', later: '2' });
  });

  it('gives a priority by impact and urgency', async () => {
    const form = [
      field('blocked', { type: 'yesNo' }),
      field('size', { type: 'choice', options: [{ id: 'all', label: { en: 'Everybody' } }] }),
    ];
    await show('Fulfilment', { form, fulfilment: { ...content().fulfilment, mappings: [] } });
    press('Add mapping');
    choose('Mapping 1, Jira field', 'priority');
    choose('Mapping 1, filled with', 'matrix');
    choose('Mapping 1, value for Yes, Everybody', '1');
    expect(now.fulfilment.mappings).toEqual([
      {
        jiraField: 'priority',
        source: { kind: 'matrix', rows: 'blocked', columns: 'size', values: { 'true:all': '1' } },
      },
    ]);
  });

  it('labels the work item: a label has no blanks', async () => {
    await show('Fulfilment');
    const labels = screen.getByLabelText('Labels of the work item');
    type(labels, 'catalog, new  laptop,');
    fireEvent.blur(labels);
    expect(now.fulfilment.labels).toEqual(['catalog', 'new-laptop']);
  });

  it('has stages that are named, meant, added, ordered and taken out', async () => {
    const [received, ...others] = content().stages;
    await show('Fulfilment', { stages: [received!, others[1]!] });
    type(screen.getAllByLabelText('Stage name (Russian)')[0]!, 'Новая');
    choose('What stage Done means', 'closed');
    choose('Who acts in stage Done', 'nobody');
    press('Move up: Done');
    expect(now.stages.map(({ name, kind, actor }) => [name.ru, kind, actor])).toEqual([
      ['Done (ru)', 'closed', 'nobody'],
      ['Новая', 'open', 'provider'],
    ]);
    press('Add stage');
    const statuses = screen.getAllByRole('group', { name: /^Statuses of/ }).at(-1)!;
    fireEvent.change(within(statuses).getByRole('combobox'), { target: { value: '6' } });
    expect(now.stages[2]).toEqual({
      id: NEW_STAGE,
      name: { en: '' },
      statusIds: ['6'],
      actor: 'provider',
      kind: 'open',
    });
    press('Remove: Received');
    expect(now.stages).toHaveLength(2);
  });

  it('lets requesters do what leads to a status, by its name', async () => {
    await show('Fulfilment', { actions: { reopenWithinDays: 14 } });
    choose('Cancel', '3');
    choose('Reopen', '6');
    type(screen.getByLabelText('Days to reopen'), '7');
    expect(now.actions).toEqual({ cancelToStatusId: '3', reopenToStatusId: '6', reopenWithinDays: 7 });
    choose('Cancel', '');
    expect(now.actions).not.toHaveProperty('cancelToStatusId');
  });
});

const NEW_STAGE: unknown = expect.stringMatching(/^stage-[\da-f]{8}$/);

it('whoever may only read changes nothing: nothing to add, remove or move is there', async () => {
  await show('Form', {}, true);
  for (const tab of ['General', 'Form', 'Fulfilment']) {
    fireEvent.click(screen.getByRole('tab', { name: tab }));
    await settle();
    const buttons = within(screen.getByRole('tabpanel', { name: tab })).queryAllByRole('button');
    // What is folded may be opened.
    expect(buttons.filter((button) => !button.hasAttribute('aria-expanded'))).toEqual([]);
  }
});
