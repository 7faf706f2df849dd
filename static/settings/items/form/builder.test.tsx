import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FACT_NAMES } from '../../../../src/catalog/domain/form/facts';
import {
  FIELD_TYPES,
  isAnswerable,
  isQuestion,
  rulesOf,
  withType,
} from '../../../../src/catalog/domain/field-types';
import type {
  FieldSetting,
  FieldType,
  FormField,
  FormRule,
  ItemContent,
} from '../../../../src/catalog/domain/model';
import { content, field } from '../../../../test/support/samples';
import { formOf, seenAs } from '../../../kit/fields/field';
import { At } from '../../../kit/testing/at';
import { dragTo } from '../../../kit/testing/drag';
import { answer, answerProduct, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { Builder } from './builder';
import { formParts, withFormParts } from './form-parts';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
// Dialogs and inputs that load late take their time on a busy machine.
jest.setTimeout(30_000);
let now: ItemContent;

/** Renders the builder of a form, and again whatever is made of it; a field may be open already. */
function show(
  form: readonly FormField[],
  open = '',
  over: Partial<ItemContent> = {},
  readOnly = false,
): void {
  const builder = (edited: ItemContent) => (
    <At path={`/items/laptop/form?field=${open}`}>
      <Builder
        item={seenAs(
          formOf((now = edited), readOnly, (next) => rerender(builder(next))),
          formParts,
          withFormParts,
        )}
        content={edited}
        takesSets
      />
    </At>
  );
  const { rerender } = render(builder(content({ form, ...over })));
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const ids = () => now.form.map(({ id }) => id);
const choice = (id: string): FormField =>
  field(id, {
    type: 'choice',
    options: [
      { id: `${id}-1`, label: { en: 'Light' } },
      { id: `${id}-2`, label: { en: 'Strong' } },
    ],
  });
const NEW_OPTION: unknown = expect.stringMatching(/^option-[\da-f]{8}$/);
const NEW_FIELD: unknown = expect.stringMatching(/^field-[\da-f]{8}$/);

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

describe('the list', () => {
  it('is one click when it has no fields, and says so; a new field is of the type that is picked, and open', () => {
    show([]);
    expect(screen.getByText('There are no fields yet. Add what you need to know.')).toBeVisible();
    press('Add field');
    const picker = within(screen.getByRole('group', { name: 'Type of the new field' }));
    expect(picker.getByRole('button', { name: 'Files' })).toBeEnabled();
    fireEvent.click(picker.getByRole('button', { name: 'Several choices' }));
    expect(now.form).toEqual([
      { id: NEW_FIELD, type: 'multiChoice', label: { en: '' }, required: false, options: [] },
    ]);
    expect(screen.getByRole('button', { name: 'Untitled field' })).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByLabelText('Label (English)')).toHaveFocus();
  });

  it('closes the choice of a type with Escape, back where it was opened', () => {
    show([]);
    press('Add field');
    const picker = screen.getByRole('group', { name: 'Type of the new field' });
    expect(picker).toContainElement(document.activeElement as HTMLElement);
    fireEvent.keyDown(picker, { key: 'Escape' });
    expect(screen.queryByRole('group', { name: 'Type of the new field' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add field' })).toHaveFocus();
  });

  it('tells the type of a field, whether it is required or conditional, and how much is wrong with it', () => {
    const visibleWhen = { field: 'a', op: 'filled' as const };
    show([field('a', { required: true }), field('b', { type: 'choice', options: [], visibleWhen })]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(/^aTextRequiredMove/);
    expect(second).toHaveTextContent('bOne choiceConditional1 problem');
  });

  it('keeps its order, which buttons change; the ends go no further', () => {
    show([field('a'), field('b'), field('c')]);
    expect(screen.getByRole('button', { name: 'Move up: Field 1: a' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Move down: Field 3: c' })).toBeDisabled();
    press('Move up: Field 3: c');
    expect(ids()).toEqual(['a', 'c', 'b']);
    press('Move down: Field 1: a');
    expect(ids()).toEqual(['c', 'a', 'b']);
    expect(screen.getByText('Field 1: a: now 2 of 3')).toBeInTheDocument();
  });

  it('opens one field at a time', () => {
    show([field('a'), field('b')]);
    press('a');
    expect(screen.getByLabelText('Label (English)')).toHaveValue('a');
    press('b');
    expect(screen.getByLabelText('Label (English)')).toHaveValue('b');
    press('b');
    expect(screen.queryByLabelText('Label (English)')).not.toBeInTheDocument();
  });

  it('duplicates a field below it, with an id and options of its own', () => {
    const start = { kind: 'static' as const, value: 'model-2' };
    show([{ ...choice('model'), default: start }, field('why')]);
    press('Duplicate Field 1: model');
    const copy = now.form[1];
    expect(copy).toMatchObject({ id: NEW_FIELD, label: { en: 'Copy of model' } });
    expect(copy?.options?.map(({ id }) => id)).toEqual([NEW_OPTION, NEW_OPTION]);
    expect(copy?.default).toEqual({ kind: 'static', value: copy?.options?.[1]?.id });
    expect(ids()[2]).toBe('why');
  });

  it('asks before it deletes a field, and names what refers to it', async () => {
    const visibleWhen = { field: 'due', op: 'filled' as const };
    show([field('due', { type: 'date' }), field('why', { visibleWhen })]);
    press('Delete Field 1: due');
    const dialog = await screen.findByRole('dialog', undefined, LAZY);
    expect(dialog).toHaveTextContent('Field “why” is shown by its answer');
    expect(dialog).toHaveTextContent('Jira’s field duedate is filled with its answer');
    expect(ids()).toEqual(['due', 'why']);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(ids()).toEqual(['why']));
  });

  it('never gives a new field or option the id of one that was deleted, whose answers may be kept', async () => {
    show([field('first'), choice('second')], 'second');
    const seen = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      press('Add option');
      seen.add(now.form[1]?.options?.at(-1)?.id ?? '');
      press('Remove: Option 3');
    }
    for (let n = 0; n < 3; n += 1) {
      press('Add field');
      press('Text');
      seen.add(ids().at(-1) ?? '');
      press(/^Delete Field 3/);
      const dialog = await screen.findByRole('dialog', undefined, LAZY);
      fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
      await waitFor(() => expect(ids()).toHaveLength(2));
    }
    expect(seen.size).toBe(6);
  });

  it('offers nothing to add, move or delete to whoever may only read', () => {
    show([field('a')], 'a', {}, true);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['a']);
  });
});

describe('one field', () => {
  it('keeps what it asks when its type changes; options belong to choices only', () => {
    show([choice('model')], 'model');
    choose('Type', 'text');
    expect(now.form[0]).toEqual({ id: 'model', type: 'text', label: field('model').label, required: false });
    choose('Type', 'multiChoice');
    expect(now.form[0]).toMatchObject({ type: 'multiChoice', options: [] });
  });

  it('asks for an answer where it is required; a text to read asks nothing', () => {
    show([field('a')], 'a');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Required' }));
    expect(now.form[0]?.required).toBe(true);
    expect(screen.queryByRole('group', { name: 'Required only if' })).not.toBeInTheDocument();
    choose('Type', 'info');
    expect(screen.queryByRole('checkbox', { name: 'Required' })).not.toBeInTheDocument();
  });

  it('says how the summary of a work item names an answer', () => {
    show([field('a'), field('b', { type: 'info' })], 'a');
    expect(screen.getByText(/\{\{field\.a\}\}/)).toBeVisible();
    press('b');
    expect(screen.queryByText(/\{\{field\./)).not.toBeInTheDocument();
  });

  it('renames an option under its old id, prices it, and gives a new one an id of its own', () => {
    show([choice('model')], 'model');
    type('Option 1 (English)', 'Small');
    type('Option 1 (Russian)', 'Лёгкий');
    type('Option 1, added to the price', '12.5');
    press('Add option');
    expect(now.form[0]?.options).toEqual([
      { id: 'model-1', label: { en: 'Small', ru: 'Лёгкий' }, price: 12.5 },
      { id: 'model-2', label: { en: 'Strong' } },
      { id: NEW_OPTION, label: { en: '' } },
    ]);
    type('Option 1, added to the price', '');
    expect(now.form[0]?.options?.[0]).not.toHaveProperty('price');
    press('Move down: Small');
    press('Remove: Strong');
    expect(now.form[0]?.options?.map(({ id }) => id)).toEqual(['model-1', NEW_OPTION]);
  });

  it('says how many it may have, and takes no pasted list that makes more', () => {
    show([choice('tone')], 'tone');
    expect(screen.getByText('2 of at most 200 options')).toBeVisible();
    press('Paste a list');
    const paste = (count: number) =>
      type('One option a line', Array.from({ length: count }, (_, n) => `Shade ${n}`).join('\n'));
    paste(199);
    expect(
      screen.getByText(
        /makes 201 options; a list with prices and groups has 200 at most. Choose “A long list”/,
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add these options' })).toBeDisabled();
    paste(3);
    press('Add these options');
    expect(now.form[0]?.options).toHaveLength(5);
  });

  it('takes a pasted list: a label that is there keeps its option', () => {
    show([choice('model')], 'model');
    press('Paste a list');
    type('One option a line', 'Strong | Мощный | 200\n\nLight\nDesk\tНастольный\t1,500\n');
    press('Add these options');
    expect(now.form[0]?.options).toEqual([
      { id: 'model-1', label: { en: 'Light' } },
      { id: 'model-2', label: { en: 'Strong', ru: 'Мощный' }, price: 200 },
      { id: NEW_OPTION, label: { en: 'Desk', ru: 'Настольный' }, price: 1500 },
    ]);
    expect(screen.getByRole('button', { name: 'Paste a list' })).toBeVisible();
  });

  it('names answers in a formula by a menu of the questions it can be of, and reads by their labels', () => {
    const count = field('count', { type: 'number', label: { en: 'How many' } });
    const each = field('each', { type: 'currency', label: { en: 'Price of one' } });
    show([count, each, field('why'), field('total', { type: 'computed', formula: '2 * ' })], 'total');
    const menu = screen.getByLabelText('Insert into: Formula');
    expect([...menu.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Insert…',
      'How many',
      'Price of one',
    ]);
    choose('Insert into: Formula', 'field.each');
    expect(now.form[3]?.formula).toBe('2 * {{field.each}}');
    expect(screen.getByText('Reads: 2 * ‹Price of one›')).toBeVisible();
  });

  it('starts with the first work item that a query finds', () => {
    show([field('about', { type: 'issue' })], 'about');
    choose('Starts with', 'found');
    type('Query of the default (JQL)', 'reporter = currentUser()');
    expect(now.form[0]?.default).toEqual({ kind: 'found', jql: 'reporter = currentUser()' });
  });

  it('tries a pattern out, with its message and without regard to case', () => {
    show([field('code')], 'code');
    type('Pattern', '[a-z]{3}');
    type('What is said if it does not match (English)', 'Three letters.');
    type('Try an answer', 'ABC');
    expect(screen.getByText('Doesn’t match')).toBeVisible();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Capital and small letters are the same' }));
    expect(screen.getByText('Matches')).toBeVisible();
    expect(now.form[0]?.pattern).toEqual({
      regex: '[a-z]{3}',
      message: { en: 'Three letters.' },
      ignoreCase: true,
    });
    type('Pattern', '(a)\\1');
    expect(screen.getByText(/^The pattern of field code refers back to a group/)).toBeVisible();
    type('Pattern', '');
    expect(now.form[0]).not.toHaveProperty('pattern');
  });

  it('starts with an answer given in the input of requesters, which its own limits bind', async () => {
    show([field('count', { type: 'number', max: 5 })], 'count');
    choose('Starts with', 'static');
    await screen.findByLabelText('The answer it starts with', undefined, LAZY);
    type('The answer it starts with', '7');
    expect(screen.getByText('The field would not take this answer.')).toBeVisible();
    expect(screen.getByText(/^Field “count” would not take what it starts with/)).toBeVisible();
    type('The answer it starts with', '3');
    expect(now.form[0]?.default).toEqual({ kind: 'static', value: 3 });
    choose('Starts with', 'none');
    expect(now.form[0]).not.toHaveProperty('default');
  });

  it('starts with a day counted from today', () => {
    show([field('due', { type: 'date' })], 'due');
    choose('Starts with', 'today');
    type('Days after today', '3');
    expect(now.form[0]?.default).toEqual({ kind: 'today', days: 3 });
  });
});

describe('what a field starts with', () => {
  it('is something of the requester that its type takes, the last answer, or what an address says', () => {
    show([field('name'), field('boss', { type: 'user' }), field('pin', { type: 'secret' })], 'name');
    choose('Starts with', 'requester');
    expect(now.form[0]?.default).toEqual({ kind: 'requester', what: 'name' });
    choose('What of the requester', 'place');
    expect(now.form[0]?.default).toEqual({ kind: 'requester', what: 'place' });
    choose('Starts with', 'previous');
    expect(now.form[0]?.default).toEqual({ kind: 'previous' });
    expect(screen.getByRole('textbox', { name: 'Address that fills it in' })).toHaveValue('?answer.name=');
    press('boss');
    choose('Starts with', 'requester');
    expect(now.form[1]?.default).toEqual({ kind: 'requester' });
    choose('What of the requester', 'manager');
    expect(now.form[1]?.default).toEqual({ kind: 'requester', what: 'manager' });
    press('pin');
    expect(screen.queryByLabelText('Starts with')).toBeNull();
    expect(screen.queryByText('Address that fills it in')).not.toBeInTheDocument();
  });

  it('is so many working days from today', () => {
    show([field('when', { type: 'date', default: { kind: 'today', days: 3 } })], 'when');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Count working days of the item’s calendar' }));
    expect(now.form[0]?.default).toEqual({ kind: 'today', days: 3, working: true });
  });
});

describe('a condition', () => {
  const group = (name: string) => within(screen.getByRole('group', { name }));
  const shown = () => group('Shown only if');

  it('shows a field by answers above it, never by one below', () => {
    show([choice('model'), field('why'), field('later')], 'model');
    expect(shown().getByText('Always shown.')).toBeVisible();
    const offered = () => {
      fireEvent.click(shown().getByRole('button', { name: 'Add condition' }));
      const options = within(shown().getByLabelText('Shown depending on')).getAllByRole('option');
      return options.map(({ textContent }) => textContent);
    };
    const facts = offered();
    // The price is told to approvals alone: it follows from the answers.
    expect(facts).toHaveLength(FACT_NAMES.length - 1);
    expect(facts.filter((name) => !/^Requester: |^Requested for/.test(name ?? ''))).toEqual([]);
    press('why');
    expect(offered()).toEqual(['model', ...facts]);
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'model', op: 'is', value: 'model-1' });
    choose('Value that shows the field', 'model-2');
    expect(now.form[1]?.visibleWhen).toMatchObject({ value: 'model-2' });
    fireEvent.click(shown().getByRole('button', { name: 'Remove condition 1' }));
    expect(now.form[1]).not.toHaveProperty('visibleWhen');
  });

  it('requires a field by any other answer, and compares a text that nobody typed with nothing', () => {
    show([field('why'), field('note')], 'why');
    fireEvent.click(group('Required only if').getByRole('button', { name: 'Add condition' }));
    expect(now.form[0]?.requiredWhen).toEqual({ field: 'note', op: 'filled' });
  });

  it('tests a length of time as its editor writes it, beginning with the value that is shown', () => {
    show([field('length', { type: 'duration', min: 30 }), field('diet')], 'length');
    expect(screen.getByLabelText('At least')).toHaveValue('30 min');
    press('diet');
    fireEvent.click(shown().getByRole('button', { name: 'Add condition' }));
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'length', op: 'is', value: '0' });
    choose('Comparison', 'gt');
    type('Value that shows the field', '1 h 30 min');
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'length', op: 'gt', value: 90 });
  });

  it('says “is not” where it denies, and offers what fits the question', () => {
    const visibleWhen = { field: 'model', op: 'isNot' as const, value: 'model-2' };
    show([choice('model'), field('why', { visibleWhen })], 'why');
    const comparison = shown().getByLabelText('Comparison');
    expect(comparison).toHaveDisplayValue('is not');
    const offered = within(comparison).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual(['is', 'is not', 'is set', 'is empty']);
    fireEvent.change(comparison, { target: { value: 'filled' } });
    expect(now.form[1]?.visibleWhen).toEqual({ field: 'model', op: 'filled' });
  });

  it('tests what is known of the requester, each thing with what it is compared with', async () => {
    answerProduct('/groups/picker', { groups: [{ groupId: 'g1', name: 'staff' }], total: 1 });
    answerProduct('/group/bulk', { values: [{ groupId: 'g1', name: 'staff' }], isLast: true });
    show([field('why')], 'why');
    fireEvent.click(shown().getByRole('button', { name: 'Add condition' }));
    expect(now.form[0]?.visibleWhen).toEqual({ field: '@group', op: 'is', value: '' });
    expect(screen.getByText(/compares something about the requester with nothing/)).toBeVisible();
    const user = userEvent.setup();
    await user.type(shown().getByLabelText('Value that shows the field'), 'st');
    await user.click(await screen.findByRole('option', { name: 'staff' }, LAZY));
    expect(now.form[0]?.visibleWhen).toEqual({ field: '@group', op: 'is', value: 'g1' });
    choose('Shown depending on', '@place');
    expect(now.form[0]?.visibleWhen).toEqual({ field: '@place', op: 'filled' });
    choose('Comparison', 'isNot');
    choose('Value that shows the field', 'Berlin');
    expect(now.form[0]?.visibleWhen).toEqual({ field: '@place', op: 'isNot', value: 'Berlin' });
    choose('Shown depending on', '@language');
    choose('Value that shows the field', 'ru');
    expect(screen.getByText('Russian', { selector: 'option' })).toBeInTheDocument();
    choose('Shown depending on', '@hasManager');
    expect(now.form[0]?.visibleWhen).toEqual({ field: '@hasManager', op: 'is', value: 'true' });
  });

  it('is drawn with its several parts, denials and all, and changes one part', () => {
    const many = { field: 'count', op: 'gt' as const, value: 3 };
    const visibleWhen = { all: [{ not: { any: [many] } }, { field: 'model', op: 'filled' as const }] };
    show([choice('model'), field('count', { type: 'number' }), field('why', { visibleWhen })], 'why');
    const part = within(shown().getByRole('group', { name: 'Group 1' }));
    expect(part.getByLabelText('How the conditions combine 1')).toHaveDisplayValue('None of these');
    fireEvent.change(part.getByLabelText('Comparison'), { target: { value: 'lt' } });
    expect(now.form[2]?.visibleWhen).toEqual({
      all: [{ not: { any: [{ ...many, op: 'lt' }] } }, { field: 'model', op: 'filled' }],
    });
  });
});

describe('a rule', () => {
  const open = () => {
    show([choice('model'), field('why')]);
    press('Add rule');
    type('Name', 'Strong ones');
  };

  it('has a name, a condition, and effects on fields; deleted, it leaves nothing', () => {
    open();
    const when = within(screen.getByRole('group', { name: 'While' }));
    fireEvent.click(when.getByRole('button', { name: 'Add condition' }));
    press('Add effect');
    choose('Effect 1', 'require');
    choose('Effect 1, field', 'why');
    expect(now.rules).toEqual([
      {
        id: expect.stringMatching(/^rule-/) as unknown,
        name: 'Strong ones',
        when: { field: 'model', op: 'is', value: 'model-1' },
        then: [{ do: 'require', field: 'why' }],
      },
    ]);
    press('Remove effect 1');
    expect(screen.getByText('Rule Strong ones does nothing. Add an effect.')).toBeVisible();
    press('Remove: Rule 1: Strong ones');
    expect(now).not.toHaveProperty('rules');
  });

  it('does each thing a rule can do, with what that needs', async () => {
    open();
    press('Add effect');
    const offered = within(screen.getByLabelText('Effect 1')).getAllByRole<HTMLOptionElement>('option');
    expect(offered).toHaveLength(13);
    choose('Effect 1', 'offer');
    fireEvent.change(screen.getByLabelText('Add to Options that are offered'), {
      target: { value: 'model-2' },
    });
    expect(now.rules?.[0]?.then).toEqual([{ do: 'offer', field: 'model', options: ['model-2'] }]);
    choose('Effect 1', 'set');
    fireEvent.click(await screen.findByRole('radio', { name: 'Strong' }, LAZY));
    expect(now.rules?.[0]?.then).toEqual([{ do: 'set', field: 'model', value: 'model-2' }]);
    choose('Effect 1', 'help');
    type('Text (English)', 'Its number.');
    expect(now.rules?.[0]?.then).toEqual([{ do: 'help', field: 'model', text: { en: 'Its number.' } }]);
    choose('Effect 1', 'block');
    expect(screen.queryByLabelText('Effect 1, field')).not.toBeInTheDocument();
    expect(now.rules?.[0]?.then).toEqual([{ do: 'block', text: { en: 'Its number.' } }]);
    choose('Effect 1', 'lead');
    choose('And leads to', 'url');
    type('Address, beginning with https://', ' https://a.example ');
    const to = { kind: 'url', url: 'https://a.example' };
    expect(now.rules?.[0]?.then).toEqual([{ do: 'lead', to, text: { en: 'Its number.' } }]);
  });

  it('checks one answer by another, later and earlier where they are dates', () => {
    show([field('from', { type: 'date' }), field('to', { type: 'date' })]);
    press('Add check');
    expect(now.rules?.[0]?.then).toEqual([{ do: 'refuse', field: 'to', text: { en: '' } }]);
    expect(screen.getByText('Rule 1 refuses every answer. Say when it does.')).toBeVisible();
    type('What is said at the field (English)', 'Too early.');
    const when = within(screen.getByRole('group', { name: 'While' }));
    fireEvent.click(when.getByRole('button', { name: 'Add condition' }));
    choose('Shown depending on', 'to');
    const offered = within(screen.getByLabelText('Comparison')).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'is set',
      'is empty',
      'is',
      'is not',
      'is after',
      'is before',
    ]);
    choose('Comparison', 'lt');
    expect(screen.getByLabelText('Compared with')).toHaveDisplayValue('from');
    expect(now.rules?.[0]).toMatchObject({
      when: { field: 'to', op: 'lt', other: 'from' },
      then: [{ do: 'refuse', field: 'to', text: { en: 'Too early.' } }],
    });
  });

  it('compares an amount with a value or with another amount', () => {
    show([field('total', { type: 'currency' }), field('limit', { type: 'number' })]);
    press('Add check');
    fireEvent.click(screen.getByRole('button', { name: 'Add condition' }));
    choose('Comparison', 'gt');
    expect(now.rules?.[0]?.when).toEqual({ field: 'total', op: 'gt', value: 0 });
    choose('Compared with', 'limit');
    expect(now.rules?.[0]?.when).toEqual({ field: 'total', op: 'gt', other: 'limit' });
    choose('Compared with', '@value');
    expect(now.rules?.[0]?.when).toEqual({ field: 'total', op: 'gt', value: 0 });
  });

  it('that goes round in a circle with another is told by name at the field', () => {
    const rule = (name: string, asks: string, shows: string): FormRule => ({
      id: name,
      name,
      when: { field: asks, op: 'filled' },
      then: [{ do: 'show', field: shows }],
    });
    show([field('a'), field('b')], 'a', { rules: [rule('One', 'b', 'a'), rule('Two', 'a', 'b')] });
    expect(screen.getByText(/in a circle: a → b → a\. Rules: “One”, “Two”\./)).toBeVisible();
  });
});

describe('every property of a field', () => {
  /** What every question has; the compiler names one that is new. What comes with a field set is put in and taken out as a whole. */
  const COMMON: Readonly<Record<Exclude<keyof FormField, 'id' | 'set' | 'own' | FieldSetting>, null>> = {
    type: null,
    label: null,
    help: null,
    required: null,
    default: null,
    visibleWhen: null,
    requiredWhen: null,
  };
  const ALL = Object.keys(FIELD_TYPES) as readonly FieldType[];

  it.each(ALL.filter((of) => isQuestion({ type: of })))('has a control: %s', (of) => {
    show([field('first'), withType(field('it'), of)], 'it');
    const hasControl = (property: string, has = true): void => {
      const place = document.querySelector(`[data-problem-path="form.1.${property}"]`);
      const control = place?.querySelector('input, select, textarea, button') ?? null;
      expect([property, control?.hasAttribute('disabled')]).toEqual([property, has ? false : undefined]);
    };
    const { settings } = rulesOf({ type: of });
    for (const property of [...Object.keys(COMMON), ...settings].filter((each) => each !== 'optionList'))
      // What is calculated or secret starts with nothing: there is nothing to choose.
      hasControl(property, property !== 'default' || isAnswerable({ type: of }));
    if (!settings.includes('optionList')) return;
    choose('Where the options come from', '@long');
    hasControl('optionList');
  });
});

describe('a field set', () => {
  const value = {
    id: 'costs',
    name: { en: 'Costs' },
    form: [field('centre'), field('budget')],
    rules: [{ id: 'r', name: 'Big', then: [{ do: 'require', field: 'budget' }] }],
  };
  const row = { rev: 1, state: 'current', changedAt: '', changedBy: '', value };
  const change = (label: string, text: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });
  beforeEach(() => {
    answer('settings.rows', () => ({ rows: [row] }));
  });

  it('is put in as a whole, its rules after the form’s own, and taken out again', async () => {
    const own: FormRule = { id: 'own', name: 'Mine', then: [{ do: 'hide', field: 'why' }] };
    show([field('why')], '', { rules: [own] });
    const insert = await screen.findByRole('combobox', { name: 'Insert a field set' }, LAZY);
    fireEvent.change(insert, { target: { value: 'costs' } });
    expect([ids(), now.rules?.map(({ id, set }) => [id, set])]).toEqual([
      ['why', 'centre', 'budget'],
      [
        ['own', undefined],
        ['r', 'costs'],
      ],
    ]);
    expect(screen.queryByRole('button', { name: /^Delete .*centre/ })).toBeNull();
    expect(screen.getByText(/Rules of field sets hold after these: Big/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Remove field set Costs' }));
    expect([ids(), now.rules]).toEqual([['why'], [own]]);
  });

  it('lets the item say a few things itself, and take them back', async () => {
    show([field('centre', { set: 'costs' })], 'centre');
    expect(screen.getByRole('combobox', { name: 'Type' })).toBeDisabled();
    change('Label (English)', 'Who pays');
    expect(now.form[0]).toMatchObject({ label: { en: 'Who pays' }, own: ['label'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Take all of Costs as in the set' }, LAZY));
    expect(now.form[0]).toMatchObject({ label: { en: 'centre' } });
    expect(now.form[0]).not.toHaveProperty('own');
  });
});

it('an option is limited to groups', async () => {
  answerProduct('/group', { groups: [{ groupId: 'g1', name: 'staff' }], values: [], total: 1 });
  show([field('size', { type: 'choice', options: [{ id: 'a', label: { en: 'A' } }] })], 'size');
  fireEvent.click(screen.getByRole('button', { name: 'Option 1: limit to groups' }));
  const search = await screen.findByRole(
    'combobox',
    { name: /^Add to Groups that are offered option 1/ },
    LAZY,
  );
  const user = userEvent.setup();
  await user.type(search, 'st');
  await user.click(await screen.findByRole('option', { name: 'staff' }, LAZY));
  expect(now.form[0]?.options).toEqual([{ id: 'a', label: { en: 'A' }, groups: ['g1'] }]);
});

it('fields are reordered by drag', async () => {
  show([field('a'), field('b')]);
  const [first, second] = screen.getAllByRole('listitem');
  await dragTo(first, second);
  expect(ids()).toEqual(['b', 'a']);
});
