import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OptionList } from '../../../../src/catalog/domain/model';
import { answer, invocations, payloadOf, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { FormerOptions, LongList } from './long-list';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));
jest.setTimeout(30_000);

const option = (n: number) => ({ id: `o${n}`, label: { en: `Site ${n}` } });
const NEW: unknown = expect.stringMatching(/^option-[\da-f]{8}$/);
const stored = Array.from({ length: 600 }, (_, n) => option(n));

let now: OptionList | undefined;
async function open(list: OptionList, readOnly = false, former = [option(1)]) {
  render(
    <FormerOptions value={former}>
      <LongList
        id="list"
        label="Options"
        path="form.0.optionList"
        value={list}
        readOnly={readOnly}
        onChange={(next) => (now = next)}
      />
    </FormerOptions>,
  );
  const button = screen.queryByRole('button', { name: readOnly ? 'Show the list' : 'Edit the list' });
  if (list.count > 0) fireEvent.click(button!);
  return within(await screen.findByRole('dialog', {}, { timeout: 15_000 }));
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const kept = () => invocations.filter(({ name }) => name === 'catalog.saveOptions').length;

beforeEach(() => {
  resetBridge();
  prepareSurface();
  now = undefined;
  answer('catalog.options', ({ from, most }) => ({
    options: stored.slice(from, from + most),
    total: stored.length,
  }));
  let labels = 0;
  answer('catalog.saveOptions', () => ({ label: `new-${++labels}` }));
});

const LIST: OptionList = { parts: ['a', 'b', 'c'], count: 600 };

it('is read in pages once it is opened, and only the parts that were changed are stored again', async () => {
  const dialog = await open(LIST);
  expect(await dialog.findByText('1–50 of 600')).toBeVisible();
  press('Next');
  expect(dialog.getByText('51–100 of 600')).toBeVisible();
  type('Search options', 'Site 599');
  expect(dialog.getByText('1–1 of 1')).toBeVisible();
  type('Option 1 (Russian)', 'Место 599');
  press('Save list');
  await waitFor(() => expect(now).toEqual({ parts: ['a', 'b', 'new-1'], count: 600 }));
  expect(kept()).toBe(1);
  expect(payloadOf('catalog.saveOptions')?.options).toContainEqual(option(598));
});

it('opens with the options that the choice had, to be saved, and takes thousands of pasted lines, and a table of a file', async () => {
  const dialog = await open({ parts: [], count: 0 });
  expect(await dialog.findByDisplayValue('Site 1')).toBeVisible();
  press('Paste a list');
  const user = userEvent.setup();
  const text = 'Riga;Рига\n"Oslo; North";Осло\nSite 1;Место 1\n';
  // jsdom's files can't be read.
  const csv = Object.assign(new File([text], 'sites.csv'), { text: async () => text });
  await user.upload(screen.getByLabelText('Or from a file (CSV)'), csv);
  await waitFor(() =>
    expect(screen.getByLabelText('One option a line')).toHaveValue(
      'Riga\tРига\nOslo; North\tОсло\nSite 1\tМесто 1',
    ),
  );
  press('Add these options');
  press('Save list');
  await waitFor(() => expect(now).toEqual({ parts: ['new-1'], count: 3 }));
  expect(payloadOf('catalog.saveOptions')).toEqual({
    options: [
      { id: 'o1', label: { en: 'Site 1', ru: 'Место 1' } },
      { id: NEW, label: { en: 'Riga', ru: 'Рига' } },
      { id: NEW, label: { en: 'Oslo; North', ru: 'Осло' } },
    ],
  });
});

it('asks before the options that the choice had are left unsaved: they are kept nowhere else', async () => {
  await open({ parts: [], count: 0 });
  await screen.findByDisplayValue('Site 1');
  press('Cancel');
  expect(
    screen.getByText('The changes to this list are not saved. Save the list, or discard them.'),
  ).toBeVisible();
});

it('keeps its order when an option that a search found is removed', async () => {
  const named = ['Old Riga', 'Oslo', 'Riga', 'New Riga'].map((en, n) => ({ id: `o${n}`, label: { en } }));
  const dialog = await open({ parts: [], count: 0 }, false, named);
  expect(await dialog.findByDisplayValue('Oslo')).toBeVisible();
  type('Search options', 'Riga');
  expect(dialog.getByText('1–3 of 3')).toBeVisible();
  press('Remove: New Riga');
  press('Save list');
  await waitFor(() => expect(now).toEqual({ parts: ['new-1'], count: 3 }));
  expect(payloadOf('catalog.saveOptions')).toEqual({ options: named.slice(0, 3) });
});

it('takes no more than five thousand', async () => {
  await open(LIST);
  await screen.findByText('1–50 of 600');
  press('Paste a list');
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `Place ${n}`).join('\n');
  type('One option a line', lines(4_401));
  expect(screen.getByText('This makes 5,001 options; a list has 5,000 at most.')).toBeVisible();
  type('One option a line', lines(4_400));
  press('Add these options');
  expect(screen.getByText('4,951–5,000 of 5,000')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add option' })).toBeNull();
});

it('asks before changes are thrown away, and tells names that stand twice', async () => {
  await open(LIST);
  await screen.findByText('1–50 of 600');
  press('Remove: Site 0');
  type('Option 1 (English)', 'Site 2');
  expect(screen.getByText(/1 name stands in the list more than once, such as “Site 2”/)).toBeVisible();
  press('Cancel');
  expect(screen.getByText(/The changes to this list are not saved/)).toBeVisible();
  press('Discard changes');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([now, kept()]).toEqual([undefined, 0]);
});

it('is only shown to who may only look', async () => {
  const dialog = await open(LIST, true);
  await dialog.findByText('1–50 of 600');
  expect(dialog.queryByRole('button', { name: 'Save list' })).toBeNull();
  expect(dialog.getByLabelText('Option 1 (English)')).toHaveAttribute('readonly');
});
