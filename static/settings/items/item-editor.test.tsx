import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { FormField, ItemContent } from '../../../src/catalog/domain/model';
import { definitionsOf } from '../../../src/sla/engine/testing/build';
import { content, field } from '../../../test/support/samples';
import { At } from '../../kit/testing/at';
import { answerProduct, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { fieldCatalog } from '../model/field-catalog';
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
const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { key } });
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
  answerProduct('/project/10000/statuses', [
    {
      id: '10001',
      name: 'Service request',
      statuses: [
        status('1', 'To Do', 'new'),
        status('6', 'In review', 'indeterminate'),
        status('3', 'Done', 'done'),
      ],
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

describe('the form', () => {
  const choice = (id: string): FormField =>
    field(id, {
      type: 'choice',
      options: [
        { id: `${id}-1`, label: { en: 'Light' } },
        { id: `${id}-2`, label: { en: 'Strong' } },
      ],
    });
  const ids = () => now.form.map(({ id }) => id);
  const NEW_OPTION: unknown = expect.stringMatching(/^option-[\da-f]{8}$/);
  const NEW_FIELD: unknown = expect.stringMatching(/^field-[\da-f]{8}$/);

  it('is one click when it has no fields, and says so', async () => {
    await show('Form', { form: [] });
    expect(screen.getByText('The form has no fields: the request takes one click.')).toBeVisible();
    press('Add field');
    expect(now.form).toEqual([{ id: NEW_FIELD, type: 'text', label: { en: '' }, required: false }]);
    expect(screen.getByText('Untitled field')).toBeVisible();
  });

  it('keeps its order, which buttons change; the ends go no further', async () => {
    await show('Form', { form: [field('a'), field('b'), field('c')] });
    expect(screen.getByRole('button', { name: 'Move up: Field 1' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Move down: Field 3' })).toBeDisabled();
    press('Move up: Field 3');
    expect(ids()).toEqual(['a', 'c', 'b']);
    press('Move down: Field 1');
    expect(ids()).toEqual(['c', 'a', 'b']);
    press('Remove: Field 2');
    expect(ids()).toEqual(['c', 'b']);
  });

  it('keeps what a field asks when its type changes; options belong to choices only', async () => {
    await show('Form', { form: [choice('model')] });
    choose('Field 1, type', 'text');
    expect(now.form[0]).toEqual({ id: 'model', type: 'text', label: field('model').label, required: false });
    choose('Field 1, type', 'multiChoice');
    expect(now.form[0]).toMatchObject({ type: 'multiChoice', options: [] });
  });

  it('tests a length of time as its editor writes it, beginning with the value that is shown', async () => {
    const length = field('length', { type: 'duration', min: 30 });
    await show('Form', { form: [length, field('diet')] });
    expect(screen.getByLabelText('At least')).toHaveValue('30 min');
    press('Add condition');
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'length', op: 'is', value: '0' });
    choose('Comparison', 'gt');
    type(screen.getByLabelText('Value that shows the field'), '1 h 30 min');
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'length', op: 'gt', value: 90 });
  });

  it('asks for an answer where it is required; a text to read asks nothing', async () => {
    await show('Form', { form: [field('a'), field('b', { type: 'info' })] });
    const boxes = screen.getAllByRole('checkbox', { name: 'Required' });
    expect(boxes).toHaveLength(1);
    fireEvent.click(boxes[0]!);
    expect(now.form.map(({ required }) => required)).toEqual([true, false]);
  });

  it('never gives a new field or option the id of one that was deleted, whose answers may be kept', async () => {
    await show('Form', { form: [field('first'), choice('second')] });
    const seen = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      press('Add field');
      seen.add(ids().at(-1) ?? '');
      press('Remove: Field 3');
    }
    for (let n = 0; n < 3; n += 1) {
      press('Add option');
      seen.add(now.form[1]?.options?.at(-1)?.id ?? '');
      press('Remove option 3');
    }
    expect(seen.size).toBe(6);
  });

  it('says how the summary of a work item names an answer', async () => {
    await show('Form', { form: [field('a'), field('b', { type: 'info' })] });
    expect(screen.getByText('{{field.a}}')).toBeVisible();
    expect(screen.queryByText('{{field.b}}')).not.toBeInTheDocument();
  });

  it('renames an option under its old id, and gives a new one an id of its own', async () => {
    await show('Form', { form: [choice('model')] });
    type(screen.getByLabelText('Option 1 (English)'), 'Small');
    type(screen.getByLabelText('Option 1 (Russian)'), 'Лёгкий');
    press('Add option');
    expect(now.form[0]?.options).toEqual([
      { id: 'model-1', label: { en: 'Small', ru: 'Лёгкий' } },
      { id: 'model-2', label: { en: 'Strong' } },
      { id: NEW_OPTION, label: { en: '' } },
    ]);
    press('Remove option 1');
    expect(now.form[0]?.options?.map(({ id }) => id)).toEqual(['model-2', NEW_OPTION]);
  });

  const shownIf = (n: number) => within(screen.getAllByRole('group', { name: 'Shown only if' })[n - 1]!);

  it('shows a field by answers above it, never by one below', async () => {
    await show('Form', { form: [choice('model'), field('why'), field('later')] });
    expect(shownIf(1).getByText('Always shown.')).toBeVisible();
    expect(shownIf(1).queryByRole('button')).not.toBeInTheDocument();
    fireEvent.click(shownIf(2).getByRole('button', { name: 'Add condition' }));
    const offered = within(shownIf(2).getByLabelText('Shown depending on')).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual(['model']);
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'model', op: 'is', value: 'model-1' });
    choose('Value that shows the field', 'model-2');
    expect(now.form[1]?.visibleWhen).toMatchObject({ value: 'model-2' });
    fireEvent.click(shownIf(2).getByRole('button', { name: 'Remove condition 1' }));
    expect(now.form[1]).not.toHaveProperty('visibleWhen');
  });

  it('says “is not” where a condition denies, and offers what fits the question', async () => {
    const visibleWhen = { field: 'model', op: 'isNot' as const, value: 'model-2' };
    await show('Form', { form: [choice('model'), field('why', { visibleWhen })] });
    const comparison = shownIf(2).getByLabelText('Comparison');
    expect(comparison).toHaveDisplayValue('is not');
    const offered = within(comparison).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual(['is', 'is not', 'is set', 'is empty']);
    fireEvent.change(comparison, { target: { value: 'filled' } });
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'model', op: 'filled' });
  });

  it('draws a condition of several parts, denials and all, and changes one part of it', async () => {
    const many = { field: 'count', op: 'gt' as const, value: 3 };
    const visibleWhen = { all: [{ not: { any: [many] } }, { field: 'model', op: 'filled' as const }] };
    const form = [choice('model'), field('count', { type: 'number' }), field('why', { visibleWhen })];
    await show('Form', { form });
    const group = within(shownIf(3).getByRole('group', { name: 'Group 1' }));
    expect(group.getByLabelText('How the conditions combine 1')).toHaveDisplayValue('None of these');
    fireEvent.change(group.getByLabelText('Comparison'), { target: { value: 'lt' } });
    expect(now.form[2]?.visibleWhen).toEqual({
      all: [{ not: { any: [{ ...many, op: 'lt' }] } }, { field: 'model', op: 'filled' }],
    });
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
    expect(within(screen.getByRole('tabpanel', { name: tab })).queryAllByRole('button')).toEqual([]);
  }
});
