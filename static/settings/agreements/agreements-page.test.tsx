import { errorIn } from '../../../src/kernel/finding';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Agreement, SlaDefinitions } from '../../../src/sla/engine/model';
import { definitionsOf, goalOf, metricOf } from '../../../src/sla/engine/testing/build';
import { answer, answerProduct, payloadOf, refusal, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const agreement = (id: string, parts: Partial<Agreement> = {}): Agreement => ({
  id,
  name: `Agreement ${id}`,
  kind: 'SLA',
  provider: 'IT',
  consumers: [],
  affectsParent: 'none',
  ...parts,
});
const definitions: SlaDefinitions = definitionsOf(
  [
    metricOf({ id: 'whole', agreementId: 'a', goals: [goalOf(8)] }),
    metricOf({ id: 'part', name: { en: 'Repair' }, agreementId: 'b', goals: [goalOf(16)] }),
  ],
  { agreements: [agreement('a'), agreement('b', { kind: 'OLA', parentId: 'a' })] },
);
const SALES = '276f955c-63d7-42c8-9520-92d01dca0625';
const LAZY = { timeout: 15_000 };
const changed = jest.fn();

beforeEach(() => {
  resetBridge();
  prepareSurface();
  changed.mockClear();
  answer('sla.recalculation', () => ({ recalculation: null }));
  answer('catalog.structure', () => ({ services: [] }));
});

const show = async (confluence = true) => {
  showPage('agreements', { definitions, confluence, onChanged: changed });
  await screen.findByRole('button', { name: 'New agreement' }, { timeout: 10_000 });
};

test('the tree shows a child below its parent and that its time does not fit', async () => {
  await show();
  const [, parent, child] = screen.getAllByRole('row');
  expect(within(parent!).getByRole('link', { name: 'Agreement a' })).toBeVisible();
  expect(within(child!).getByRole('link', { name: 'Agreement b' })).toBeVisible();
  expect(within(parent!).getByText(/Does not fit: the agreements below promise/)).toBeInTheDocument();
  expect(screen.getByText(/unless their agreement is measured on child or linked/)).toBeVisible();
});

test('a new child is saved with its parent, consumers and effect', async () => {
  answer('sla.assessChange', () => ({
    impact: 'unused',
    scope: 'future',
    problems: [],
    differences: [
      { path: 'agreements.new', after: { id: 'new', name: 'Vendor', kind: 'UC' } },
      { path: 'agreements.b.parentId', before: 'a' },
      { path: 'agreements.b.responsible', after: 'sergey' },
    ],
  }));
  answer('sla.applyChange', () => ({ definitions, problems: [], recalculation: null }));
  answerProduct('/groups/picker', { groups: [{ name: 'sales', groupId: SALES }] });
  answerProduct('/group/bulk', { values: [{ name: 'sales', groupId: SALES }] });
  answerProduct('/rest/api/3/user?', { accountId: 'sergey', displayName: 'Sergey Orlov' });
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'New agreement' }));
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Vendor' } });
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'UC' } });
  fireEvent.change(screen.getByLabelText('Belongs to'), { target: { value: 'b' } });
  const search = await screen.findByRole('combobox', { name: 'Add to Consumers' }, LAZY);
  fireEvent.change(search, { target: { value: 'sal' } });
  fireEvent.keyDown(await screen.findByText('sales'), { key: 'Enter' });
  expect(await screen.findByRole('button', { name: 'Remove sales' })).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('Effect on the agreement above'), { target: { value: 'pause' } });
  expect(screen.getByText(/the SLAs above are paused too/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', undefined, { timeout: 15_000 }));
  expect(dialog.getByText('Agreement “Vendor”: new')).toBeInTheDocument();
  expect(dialog.getByText('Belongs to: Agreement a → nothing')).toBeInTheDocument();
  expect(await dialog.findByText(/Responsible person: nothing → Sergey Orlov/)).toBeInTheDocument();
  expect(dialog.getByText(/No SLA in progress uses what changes/)).toBeInTheDocument();
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(changed).toHaveBeenCalled());
  expect(payloadOf('sla.applyChange')).toMatchObject({
    version: 1,
    target: {
      section: 'agreement',
      value: { name: 'Vendor', kind: 'UC', parentId: 'b', consumers: [SALES], affectsParent: 'pause' },
    },
  });
  expect(await screen.findByText('Saved.')).toBeInTheDocument();
});

test('an agreement below another can be measured on child or linked work items', async () => {
  answerProduct('/rest/api/3/issueLinkType', {
    issueLinkTypes: [
      { id: '10', name: 'Blocks', outward: 'blocks', inward: 'is blocked by' },
      { id: '11', name: 'Relates', outward: 'relates to', inward: 'relates to' },
    ],
  });
  answer('sla.assessChange', () => ({ impact: 'unused', scope: 'future', problems: [], differences: [] }));
  answer('sla.applyChange', () => ({ definitions, problems: [], recalculation: null }));
  await show();
  fireEvent.click(screen.getByRole('link', { name: 'Agreement b' }));
  const place = screen.getByLabelText('Measured on');
  await within(place).findByRole('option', {
    name: 'linked work items: “is blocked by”',
  });
  expect(within(place).getAllByRole('option')).toHaveLength(5);
  fireEvent.change(place, { target: { value: '10:outward' } });
  fireEvent.change(screen.getByLabelText('Effect on the agreement above'), { target: { value: 'open' } });
  expect(screen.getByText(/They count only the time in which nothing waits/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', undefined, LAZY));
  fireEvent.click(await dialog.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(changed).toHaveBeenCalled());
  expect(payloadOf('sla.applyChange')).toMatchObject({
    target: {
      value: {
        affectsParent: 'open',
        measuredOn: { kind: 'link', linkTypeId: '10', direction: 'outward' },
      },
    },
  });
});

test('an agreement can not be put under what is below it', async () => {
  await show();
  fireEvent.click(screen.getByRole('link', { name: 'Agreement a' }));
  const parents = within(screen.getByLabelText('Belongs to')).getAllByRole('option');
  expect(parents.map((option) => option.textContent)).toEqual(['None: it stands on its own']);
});

test('a refused save shows the problem at its field and puts the focus there', async () => {
  answer('sla.assessChange', () =>
    refusal({
      code: 'INVALID_DEFINITION',
      fields: [errorIn('VALIDITY_REVERSED', 'agreement:a', 'validTo')],
    }),
  );
  await show();
  fireEvent.click(screen.getByRole('link', { name: 'Agreement a' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByLabelText('Valid to')).toHaveFocus());
  const place = screen.getByLabelText('Valid to').closest('[data-problem-path]');
  expect(place).toHaveTextContent('The agreement ends before it begins. Choose a later end.');
  expect(changed).not.toHaveBeenCalled();
});

test('a refused deletion names what hangs on the agreement', async () => {
  answer('settings.delete', () =>
    refusal({
      code: 'INVALID_DEFINITION',
      fields: [errorIn('AGREEMENT_IN_USE', 'metric:part', 'agreementId', { name: 'Repair' })],
    }),
  );
  await show();
  fireEvent.click(screen.getByRole('link', { name: 'Agreement b' }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', undefined, LAZY));
  fireEvent.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/Repair uses it\./)).toBeInTheDocument();
});

test('without Confluence the page can not be chosen and it says why', async () => {
  await show(false);
  fireEvent.click(screen.getByRole('button', { name: 'New agreement' }));
  expect(screen.getByLabelText('Confluence page')).toBeDisabled();
  expect(screen.getByText(/Confluence is not connected to Pledge/)).toBeInTheDocument();
});
