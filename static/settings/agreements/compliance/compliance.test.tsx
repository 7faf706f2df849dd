import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { AgreementCompliance } from '../../../../src/sla/compliance/domain/answers';
import type { Agreement, AgreementTerms } from '../../../../src/sla/engine/model';
import type { PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { definitionsOf, metricOf } from '../../../../src/sla/engine/testing/build';
import { answer, answerProduct, invocations, payloadOf, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { showPage } from '../../testing/show-page';
import { periodsCsv } from './periods-csv';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };
const terms: AgreementTerms = {
  review: { period: 'month', zone: 'Europe/Berlin' },
  compliance: { target: 95, atRisk: 97 },
  finance: {
    currency: 'EUR',
    charge: 1_000_000,
    bands: [{ id: 'b', kind: 'credit', at: 95, share: 5 }],
    breachCost: 20_000,
  },
  commitments: [
    {
      id: 'csat',
      name: 'Satisfaction',
      unit: '',
      direction: 'atLeast',
      target: 4.3,
      source: { kind: 'manual' },
    },
    {
      id: 'rate',
      name: 'Reopened',
      unit: '%',
      direction: 'atMost',
      target: 5,
      source: { kind: 'jql', among: 'resolved >= {from}', matching: 'labels = again' },
    },
  ],
};
const agreement = (own: AgreementTerms | null): Agreement => ({
  id: 'a',
  name: 'Company',
  kind: 'SLA',
  provider: 'IT',
  consumers: [],
  affectsParent: 'none',
  ...(own === null ? {} : { terms: own }),
});

const ASOF = Date.UTC(2026, 10, 20);
const tally = (met: number, breached: number) => ({
  met,
  breached,
  excused: 1,
  cancelled: 0,
  open: 2,
  undated: 0,
});
const november: PeriodResult = {
  key: '2026-11',
  from: Date.UTC(2026, 9, 31, 23),
  to: Date.UTC(2026, 10, 30, 23),
  terms,
  counted: { at: ASOF, metrics: { m: tally(97, 3) }, shares: { rate: { matching: 6, among: 100 } } },
  values: {},
};
const october: PeriodResult = {
  ...november,
  key: '2026-10',
  from: Date.UTC(2026, 8, 30, 22),
  to: Date.UTC(2026, 9, 31, 23),
  counted: { at: ASOF, metrics: { m: tally(9, 1) }, shares: {} },
  values: { csat: [{ value: 4.4, at: ASOF, by: 'sergey', note: 'Survey' }] },
};
const compliance: AgreementCompliance = {
  agreementId: 'a',
  asOf: ASOF,
  current: '2026-11',
  periods: [november, october],
  counting: false,
};

beforeEach(() => {
  resetBridge();
  prepareSurface();
  answer('sla.recalculation', () => ({ recalculation: null }));
  answer('catalog.structure', () => ({ services: [] }));
  answer('sla.compliance', () => compliance);
  answerProduct('/rest/api/3/user?', { accountId: 'sergey', displayName: 'Sergey Orlov' });
});

const show = async (ownTerms: AgreementTerms | null = terms, readOnly = false) => {
  const definitions = definitionsOf(metricOf({ agreementId: 'a' }), {
    agreements: [agreement(ownTerms)],
  });
  showPage('agreements', { definitions, readOnly });
  await screen.findByRole('link', { name: 'Company' }, LAZY);
};
const open = async (readOnly = false) => {
  await show(terms, readOnly);
  fireEvent.click(screen.getByRole('link', { name: 'Company: performance' }));
  return within(await screen.findByRole('region', { name: 'November 2026' }, LAZY));
};

test('the period under way shows how often the promise was kept, the room left and what it is worth', async () => {
  const card = await open();
  expect(card.getAllByText('97 %')).toHaveLength(2);
  expect(card.getByText('On track')).toBeInTheDocument();
  expect(
    card.getByText('One more breach and you no longer meet the at-risk threshold of 97 %.'),
  ).toBeInTheDocument();
  expect(
    card.getByText(/^You can have 2 more breaches and still meet the target of 95 %/),
  ).toBeInTheDocument();
  expect(card.getByText(/falls into no band of the charge of €10,000.00/)).toBeInTheDocument();
  expect(card.getByText('Cost of the breaches to the business: 3 × €200.00 = €600.00.')).toBeInTheDocument();
  expect(card.getByText('6 of 100 work items')).toBeInTheDocument();
  expect(card.queryByRole('button', { name: 'Review and freeze' })).toBeNull();
  expect(screen.getByText('€500.00 back')).toBeInTheDocument();
});

test('a period is counted when somebody asks', async () => {
  const card = await open();
  answer('sla.countPeriod', () => ({
    ...compliance,
    periods: [{ ...november, counted: october.counted! }],
  }));
  fireEvent.click(card.getByRole('button', { name: 'Count now' }));
  expect(await screen.findByText('Counted.')).toBeInTheDocument();
  expect(payloadOf('sla.countPeriod')).toEqual({ agreementId: 'a', period: '2026-11' });
  expect(screen.getAllByText('Below target')).not.toHaveLength(0);
});

test('work items that had finished before are measured on demand', async () => {
  const card = await open();
  answer('sla.measureFinished', () => ({ recalculation: null }));
  fireEvent.click(card.getByRole('button', { name: 'Measure them' }));
  expect(await screen.findByText(/Measuring in the background/)).toBeInTheDocument();
});

test('a value is entered with a note and shown with who entered it', async () => {
  const card = await open();
  answer('sla.enterValue', () => ({ ...compliance, periods: [{ ...november, values: october.values }] }));
  fireEvent.click(card.getByRole('button', { name: 'Enter value' }));
  const form = within(card.getByRole('form', { name: 'Satisfaction' }));
  expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  fireEvent.change(form.getByLabelText('Satisfaction'), { target: { value: '4,4' } });
  fireEvent.change(form.getByLabelText(/^Note/), { target: { value: 'Survey' } });
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  expect(await card.findByText(/Sergey Orlov/)).toBeInTheDocument();
  expect(payloadOf('sla.enterValue')).toMatchObject({ commitmentId: 'csat', value: 4.4, note: 'Survey' });
});

test('an earlier period opens from the list and is reviewed', async () => {
  await open();
  fireEvent.click(screen.getByRole('link', { name: 'October 2026' }));
  const card = within(screen.getByRole('region', { name: 'October 2026' }));
  expect(card.getByText('Target missed')).toBeInTheDocument();
  expect(card.getByText(/as the result is below 95 %: €10,000.00 × 5 % = €500.00/)).toBeInTheDocument();
  const review = { at: ASOF, by: 'sergey', note: 'Agreed' };
  answer('sla.reviewPeriod', () => ({ ...compliance, periods: [november, { ...october, review }] }));
  fireEvent.change(card.getByLabelText('Note'), { target: { value: 'Agreed' } });
  fireEvent.click(card.getByRole('button', { name: 'Review and freeze' }));
  await waitFor(() => expect(card.queryByRole('button', { name: 'Count now' })).toBeNull());
  expect(payloadOf('sla.reviewPeriod')).toEqual({ agreementId: 'a', period: '2026-10', note: 'Agreed' });
  expect(card.queryByRole('button', { name: 'Enter value' })).toBeNull();
});

test('an auditor reads and changes nothing', async () => {
  const card = await open(true);
  expect(card.getAllByText('97 %')).toHaveLength(2);
  for (const name of ['Count now', 'Enter value', 'Measure them']) {
    expect(card.queryByRole('button', { name })).toBeNull();
  }
});

test('the terms of an agreement are edited with it, amounts in the currency', async () => {
  await show(null);
  expect(screen.queryByRole('link', { name: 'Company: performance' })).toBeNull();
  fireEvent.click(screen.getByRole('link', { name: 'Company' }));
  fireEvent.click(screen.getByRole('button', { name: /^Compliance, money/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Judge it over a period' }, LAZY));
  fireEvent.change(screen.getByLabelText('Review period'), { target: { value: 'quarter' } });
  fireEvent.change(screen.getByLabelText('Target, %'), { target: { value: '99,5' } });
  fireEvent.change(screen.getByLabelText('At risk below, %'), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add money' }));
  fireEvent.change(screen.getByLabelText('Charge per period'), { target: { value: '1200.50' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add credit' }));
  fireEvent.change(screen.getByLabelText('Add commitment'), { target: { value: 'rate' } });
  fireEvent.change(screen.getByLabelText('Those that match (JQL)'), { target: { value: 'labels = again' } });
  answer('sla.assessChange', () => ({ impact: 'unused', scope: 'future', problems: [], differences: [] }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(invocations.some(({ name }) => name === 'sla.assessChange')).toBe(true));
  expect(payloadOf('sla.assessChange')).toMatchObject({
    target: {
      value: {
        terms: {
          review: { period: 'quarter' },
          compliance: { target: 99.5 },
          finance: { currency: 'EUR', charge: 120_050, bands: [{ kind: 'credit', at: 95, share: 5 }] },
          commitments: [{ name: 'Reopen rate', direction: 'atMost', source: { matching: 'labels = again' } }],
        },
      },
    },
  });
});

test('the list is exported with a credit as a negative amount', () => {
  const [header, first, second] = periodsCsv(compliance).replace('\uFEFF', '').split('\r\n');
  const names = header?.split(',') ?? [];
  const cells = (line = ''): Readonly<Record<string, string>> =>
    Object.fromEntries(line.split(',').map((cell, n) => [names[n] ?? '', cell]));
  expect(cells(first)).toMatchObject({
    period: '2026-11',
    compliance_percent: '97',
    state: 'onTrack',
    due: '0',
  });
  expect(cells(second)).toMatchObject({ period: '2026-10', met: '9', due: '-500', commitments_met: '1' });
});
