import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { emptyRecord, type PersonRecord } from '../../../src/people/domain/person';
import {
  answer,
  answerProduct,
  invocations,
  payloadOf,
  refusal,
  resetBridge,
} from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { pageAddress } from '../addresses';
import type { SectionRow } from '../shared/section';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 30_000 };
const PEOPLE = { alice: 'Alice Berger', maria: 'Maria Keller', hugo: 'Hugo Martin', mila: 'Maria Keller' };
const users = Object.entries(PEOPLE).map(([accountId, displayName]) => ({ accountId, displayName }));

const row = (id: string, parts: Partial<PersonRecord> = {}, over: object = {}): SectionRow<PersonRecord> => ({
  rev: 3,
  state: 'current',
  changedAt: '2026-11-01T10:00:00.000Z',
  changedBy: 'maria',
  value: { ...emptyRecord(id), ...parts },
  ...over,
});
const stored = [row('alice', { manager: 'maria', department: 'Sales' }), row('hugo', {}, { state: 'gone' })];

beforeEach(() => {
  resetBridge();
  prepareSurface();
  jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 10));
  answerProduct('/rest/api/3/user/bulk', { values: users });
  for (const user of users) answerProduct(`/rest/api/3/user?accountId=${user.accountId}`, user);
  answer('settings.rows', ({ ids, list = 'all' }) => {
    if (ids !== undefined) return { rows: stored.filter(({ value }) => ids.includes(value.id)) };
    if (list === 'missing') return { rows: [row('mila', {}, { rev: 0, state: 'missing', changedAt: '' })] };
    return { rows: stored };
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const cellsOf = async (name: string): Promise<readonly (string | null)[]> => {
  const link = await screen.findByRole('link', { name }, LAZY);
  return within(link.closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent.trim());
};

describe('the list of people', () => {
  it('shows who works for whom, and which records can’t be relied on', async () => {
    showPage('people');
    expect(await cellsOf('Alice Berger')).toEqual(['Alice Berger', 'Maria Keller', '–', 'Sales', '', '']);
    expect(await cellsOf('Hugo Martin')).toEqual(['Hugo Martin', '–', '–', '', '', 'Account off']);
  });

  it('shows those who are named and have no record, and leads to where one is made', async () => {
    showPage('people');
    fireEvent.change(await screen.findByLabelText('Show', undefined, LAZY), { target: { value: 'missing' } });
    expect(await cellsOf('Maria Keller')).toContain('No record');
    fireEvent.click(screen.getByRole('link', { name: 'Maria Keller' }));
    expect(await screen.findByText('There is no record of this person yet.')).toBeVisible();
  });

  it('leads on from nothing, and offers nothing to who may only look', async () => {
    answer('settings.rows', () => ({ rows: [] }));
    showPage('people');
    expect(await screen.findByText('No one has a record yet', undefined, LAZY)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Paste or upload CSV' })).toHaveLength(2);
  });
});

describe('a record', () => {
  const open = async () => {
    showPage('people', {}, pageAddress('people', 'alice'));
    return screen.findByLabelText('Department', undefined, LAZY);
  };

  it('is changed under the revision it was read at', async () => {
    answer('settings.save', () => ({ rev: 4 }));
    fireEvent.change(await open(), { target: { value: 'Marketing' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(payloadOf('settings.save')).toEqual({
        section: 'person',
        value: { ...emptyRecord('alice'), manager: 'maria', department: 'Marketing' },
        rev: 3,
      }),
    );
    expect(await screen.findByText('Find or add a person', undefined, LAZY)).toBeVisible();
  });

  it('says at the field what is wrong, by the names of those in a circle', async () => {
    const people = 'Alice → Maria → Alice';
    const finding = {
      code: 'MANAGER_CIRCLE',
      whose: 'person:alice',
      at: 'manager',
      params: { people },
    } as const;
    answer('settings.save', () =>
      refusal({ code: 'INVALID_DEFINITION', fields: [{ ...finding, severity: 'error' }] }),
    );
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    const text = /would work for each other in a circle: Alice → Maria → Alice/;
    await waitFor(() =>
      expect(document.querySelector('[data-problem-path=manager]')).toHaveTextContent(text),
    );
  });

  it('names assistants, each with the days on which they make requests for the person', async () => {
    answer('settings.save', () => ({ rev: 4 }));
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Add assistant' }));
    const search = await screen.findByRole('combobox', { name: 'Assistant 1' }, LAZY);
    answerProduct('/rest/api/3/user/search', [users[2]]);
    fireEvent.change(search, { target: { value: 'Hugo' } });
    fireEvent.click(await screen.findByRole('option', { name: /Hugo Martin/ }, LAZY));
    expect(screen.getByLabelText('Assistant 1: from')).toHaveValue('2026-11-10');
    fireEvent.change(screen.getByLabelText('Assistant 1: until'), { target: { value: '2026-12-24' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add assistant' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove assistant 2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(payloadOf('settings.save')).toMatchObject({
        value: { assistants: [{ id: 'hugo', from: '2026-11-10', until: '2026-12-24' }] },
      }),
    );
  });

  it('is deleted after a question', async () => {
    answer('settings.deleteRow', () => ({}));
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog', undefined, LAZY));
    fireEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(payloadOf('settings.deleteRow')).toEqual({ section: 'person', id: 'alice', rev: 3 }),
    );
  });
});

describe('a table', () => {
  beforeEach(() => {
    answerProduct('/rest/api/3/user/search', []);
    answerProduct('query=Alice%20Berger', [users[0]]);
    answerProduct('query=maria%40example.com', [users[1]]);
    answerProduct('query=Maria%20Keller', [users[1], users[3]]);
    answer('settings.stageImport', () => ({}));
    answer('settings.import', ({ dryRun, from }) => {
      const done = { created: 0, updated: 1, unchanged: 0, problems: [] };
      return !dryRun && from === 0 ? { ...done, next: 1 } : done;
    });
  });
  const compare = async (text: string) => {
    showPage('people', {}, pageAddress('people', 'csv'));
    fireEvent.change(await screen.findByLabelText('Table', undefined, LAZY), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Compare with the records' }));
  };
  const sent = () =>
    invocations
      .filter(({ name }) => name === 'settings.stageImport')
      .flatMap(({ payload }) => payload['members']);

  it('is compared with what is stored, and saved when its changes were seen', async () => {
    await compare('Name;Manager;Department;Phone\nAlice Berger;maria@example.com;Marketing;1\nNobody;;;');
    expect(await screen.findByText('Department: Sales → Marketing', undefined, LAZY)).toBeVisible();
    expect(
      screen.getByText(/Read: Manager, Department. Not read: Phone. 1 row is left out.*line 3/),
    ).toBeVisible();
    expect(
      screen.getByText('Jira finds no one. It finds an e-mail only where the person shows it.'),
    ).toBeVisible();
    const member = { ...emptyRecord('alice'), manager: 'maria', department: 'Marketing' };
    expect(sent()).toEqual([member]);
    fireEvent.click(await screen.findByRole('button', { name: 'Save 1 record' }));
    expect(await screen.findByText('2 records were saved.')).toBeVisible();
  });

  it('leaves alone whom it names like several people until somebody says who is meant', async () => {
    await compare('Name,Manager\nAlice Berger,Maria Keller');
    expect(await screen.findByText('Could be Maria Keller, Maria Keller.', undefined, LAZY)).toBeVisible();
    expect(screen.getByText('The records say all of this already.', { selector: 'p' })).toBeVisible();
    const search = await screen.findByRole('combobox', { name: 'Who is meant by Maria Keller' }, LAZY);
    fireEvent.change(search, { target: { value: 'Maria Keller' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    fireEvent.click(screen.getAllByRole('option')[1] as HTMLElement);
    fireEvent.click(await screen.findByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(sent()).toMatchObject([{ id: 'alice', manager: 'mila' }]));
  });

  it('is not saved while a rule stands against it', async () => {
    answer('settings.import', () => ({
      ...{ created: 0, updated: 0, unchanged: 0 },
      problems: [{ code: 'NAMES_THEMSELVES', severity: 'error', whose: 'person:alice', at: 'manager' }],
    }));
    await compare('Name,Manager\nAlice Berger,Alice Berger');
    expect(await screen.findByText(/No one can be their own manager/, undefined, LAZY)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
  });

  it.each([
    ['Name\nAlice Berger', /No column says anything of the people/],
    ['Manager\nAlice Berger', /No column says whose row it is/],
    ['Name,Manager', /Only the names of the columns are here/],
    ['Name,Manager\n"Alice', /A quote that begins in line 2 is never closed/],
  ])('says what it lacks: %j', async (text, fault) => {
    await compare(text);
    expect(await screen.findByText(fault, undefined, LAZY)).toBeVisible();
  });
});
