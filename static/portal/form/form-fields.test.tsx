import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Answers, FormField } from '../../../src/catalog/domain/model';
import { formState } from '../../../src/catalog/domain/form/visibility';
import { answer, answerProduct, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { field, itemPageOf } from '../testing/samples';
import { FormFields } from './form-fields';
import type { RequestFormState } from './use-request-form';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const LATE = { timeout: 15_000 };
jest.setTimeout(30_000);

let now: Answers;
function Form({ form, start }: { readonly form: readonly FormField[]; readonly start: Answers }) {
  const [answers, setAnswers] = useState(start);
  const state = {
    answers,
    fields: formState(form, answers),
    problems: new Map(),
    sourceOf: () => undefined,
    earliestOf: () => undefined,
    change: (id: string, answer: Answers[string]) =>
      setAnswers((before) => (now = { ...before, [id]: answer })),
    leave: () => undefined,
  } as unknown as RequestFormState;
  return <FormFields page={itemPageOf({ form })} form={state} />;
}
function show(form: readonly FormField[], start: Answers = {}) {
  render(<Form form={form} start={start} />);
  return userEvent.setup();
}

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

it('puts fields into the sections they stand in, with a heading and help', () => {
  show([
    field('a', 'text'),
    field('s', 'section', { label: { en: 'Travel' }, help: { en: 'Where to?' }, columns: 2 }),
    field('b', 'text'),
    field('line', 'separator'),
  ]);
  const section = within(screen.getByRole('region', { name: 'Travel' }));
  expect(section.getByText('Where to?')).toBeVisible();
  expect(section.getByLabelText(/^b/)).toBeVisible();
  expect(section.getByRole('separator')).toBeVisible();
  expect(section.queryByLabelText(/^a/)).not.toBeInTheDocument();
});

it('takes a rating as a number, by one press', async () => {
  const user = show([field('mark', 'rating', { max: 3 })]);
  expect(screen.getAllByRole('radio')).toHaveLength(3);
  await user.click(screen.getByRole('radio', { name: '2' }));
  expect(now).toEqual({ mark: 2 });
});

it.each([
  ['yesNo', {}, 'No', false],
  ['choice', { options: [{ id: 'big', label: { en: 'Big' } }] }, 'Big', 'big'],
  ['rating', { max: 3 }, '2', 2],
] as const)(
  'lets %s be left unanswered again where no answer is needed',
  async (type, more, name, answer) => {
    const user = show([field('pick', type, { ...more, required: false })]);
    expect(screen.queryByRole('button', { name: /^Clear/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name }));
    expect(now).toEqual({ pick: answer });
    await user.click(screen.getByRole('button', { name: /^Clear answer: / }));
    expect(now).toEqual({ pick: null });
    expect(screen.getAllByRole('radio')[0]).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Clear/ })).not.toBeInTheDocument();
    cleanup();
    show([field('pick', type, { ...more, required: true })], { pick: answer });
    expect(await screen.findByRole('radio', { name })).toBeChecked();
    expect(screen.queryByRole('button', { name: /^Clear/ })).not.toBeInTheDocument();
  },
);

it('takes rows of texts and numbers, as many as are wanted, and shows them as they were begun', async () => {
  const cells = [
    { id: 'what', label: { en: 'What' }, type: 'text', required: true },
    { id: 'price', label: { en: 'Price' }, type: 'number' },
  ] as const;
  const user = show([field('list', 'table', { cells, max: 2 })], { list: ['Desk\t1250.5'] });
  const row = (n: number) => within(screen.getByRole('group', { name: `Row ${n}` }));
  expect(await screen.findByDisplayValue('1,250.5', undefined, LATE)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add row' }));
  expect(screen.getByRole('button', { name: 'Add row' })).toBeDisabled();
  await user.type(row(2).getByRole('textbox', { name: 'What' }), 'Chair');
  await user.type(row(2).getByRole('textbox', { name: 'Price' }), '1,000');
  expect(now).toEqual({ list: ['Desk\t1250.5', 'Chair\t1000'] });
  await user.click(screen.getByRole('button', { name: 'Remove row 1' }));
  expect(now).toEqual({ list: ['Chair\t1000'] });
});

it('takes money as people write it, and names its currency', async () => {
  const user = show([field('cost', 'currency', { currency: 'CHF' })]);
  await user.type(screen.getByLabelText(/^cost/), '1,250.50');
  expect(now).toEqual({ cost: 1250.5 });
  expect(screen.getByText('CHF')).toBeVisible();
});

it('takes a time of day, and nothing once it is cleared', async () => {
  const user = show([field('at', 'time')]);
  await user.type(screen.getByLabelText(/^at/), '09:30');
  expect(now).toEqual({ at: '09:30' });
  await user.clear(screen.getByLabelText(/^at/));
  expect(now).toEqual({ at: null });
});

it('lists the people who were chosen by name, each to be taken out again', async () => {
  answerProduct('/user', { accountId: 'alice', displayName: 'Alice' });
  const user = show([field('team', 'users')], { team: ['alice', 'boris'] });
  await user.click((await screen.findAllByRole('button', { name: /^Remove/ }))[0]!);
  expect(now).toEqual({ team: ['boris'] });
});

it('finds an option level by level', async () => {
  const options = ['Hardware > Laptop', 'Hardware > Phone', 'Software'].map((en) => ({
    id: en,
    label: { en },
  }));
  const user = show([field('what', 'cascade', { options })]);
  await user.click(await screen.findByRole('combobox', { name: 'what, level 1' }, LATE));
  await user.click(screen.getByText('Hardware'));
  expect(now).toEqual({ what: null });
  await user.click(screen.getByRole('combobox', { name: 'what, level 2' }));
  await user.click(screen.getByText('Phone'));
  expect(now).toEqual({ what: 'Hardware > Phone' });
  await user.click(screen.getByRole('combobox', { name: 'what, level 1' }));
  await user.click(screen.getByText('Software'));
  expect(now).toEqual({ what: 'Software' });
  expect(screen.queryByRole('combobox', { name: 'what, level 2' })).not.toBeInTheDocument();
});

describe('a long list of options', () => {
  const list = { parts: ['p'], count: 120 };
  const sites = Array.from({ length: 120 }, (_, n) => ({
    id: `o${n}`,
    label: { en: `Site ${n}`, ru: `Место ${n}` },
  }));
  beforeEach(() =>
    answer('portal.options', ({ typed, from, most }) => {
      const found = sites.filter(({ label }) => label.en.includes(typed));
      return {
        options: found.slice(from, from + most),
        total: found.length,
        ...(from + most < found.length && { next: from + most }),
      };
    }),
  );

  it('is found by typing, as who asks; the answer has the option and its words', async () => {
    const user = show([field('site', 'choice', { optionList: list })]);
    await user.type(await screen.findByRole('combobox', { name: 'site' }, LATE), 'Site 77');
    await user.click(await screen.findByRole('option', { name: 'Site 77' }));
    expect(now).toEqual({ site: 'o77\u001fSite 77\u001fru=Место 77' });
    expect(payloadOf('portal.options')).toMatchObject({ itemId: 'laptop', field: 'site', typed: 'Site 77' });
  });

  it('is read page by page by keyboard, and takes several where the question does', async () => {
    const user = show([field('site', 'multiChoice', { optionList: list })], { site: ['o1\u001fSite 1'] });
    const input = await screen.findByRole('combobox', { name: 'site' }, LATE);
    expect(screen.getByText('Site 1')).toBeVisible();
    await user.click(input);
    await user.keyboard('{ArrowUp}');
    await user.click(await screen.findByRole('option', { name: 'Show more (70 left)' }));
    await user.click(await screen.findByRole('option', { name: 'Site 60' }));
    expect(now).toEqual({ site: ['o1\u001fSite 1', 'o60\u001fSite 60\u001fru=Место 60'] });
  });
});

it('shows a secret to nobody, and nothing of what is hidden', () => {
  show([field('pin', 'secret'), field('from', 'hidden')], { pin: 'hunter2', from: 'link' });
  expect(screen.getByLabelText(/^pin/)).toHaveAttribute('type', 'password');
  expect(screen.queryByText(/^from/)).not.toBeInTheDocument();
});

it('searches work items, pages and groups as the viewer', async () => {
  answerProduct('/search/jql', { issues: [{ key: 'IT-7', fields: { summary: 'Printer' } }] });
  answerProduct('/groups/picker', { groups: [{ groupId: 'g1', name: 'staff' }], total: 1 });
  answerProduct('/wiki/rest/api/search', {
    results: [{ content: { id: '8', title: 'Choosing a desk' }, url: '/spaces/IT/pages/8' }],
  });
  const user = show([field('it', 'issue'), field('page', 'page'), field('who', 'group')]);
  const choose = async (name: string, typed: string, found: string) => {
    await user.type(await screen.findByRole('combobox', { name }, LATE), typed);
    await user.click(await screen.findByRole('option', { name: found }, LATE));
  };
  await choose('it', 'prin', 'IT-7 Printer');
  await choose('page', 'desk', 'Choosing a desk');
  await choose('who', 'st', 'staff');
  const page = expect.stringMatching(/^https?:\/\/.+\/wiki\/spaces\/IT\/pages\/8$/) as unknown;
  expect(now).toEqual({ it: 'IT-7', page, who: 'staff' });
});

it('draws a text with light marks, and nothing else as what it is not', () => {
  const body = {
    en: 'Read **this** first:\n\n- one\n- [the rules](https://x.example/r)\n\n<b>no</b> [x](javascript:1)',
  };
  show([field('note', 'richText', { body })]);
  expect(screen.getByText('this').tagName).toBe('STRONG');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['one', 'the rules']);
  expect(screen.getByRole('link', { name: 'the rules' })).toHaveAttribute('href', 'https://x.example/r');
  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(screen.getByText('<b>no</b> [x](javascript:1)')).toBeVisible();
});

it('shows what is calculated as the viewer writes it, while others are answered', async () => {
  const sum = field('sum', 'computed', { label: { en: 'Sum' }, formula: '{{field.a}} * 1000' });
  const user = show([field('a', 'number'), sum]);
  expect(screen.getByRole('group', { name: 'Sum' })).toHaveTextContent('–');
  await user.type(screen.getByLabelText(/^a/), '2');
  expect(screen.getByRole('group', { name: 'Sum' })).toHaveTextContent('2,000');
});
