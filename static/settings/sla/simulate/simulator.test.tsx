import { error } from '../../../../src/kernel/finding';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import {
  definitionsOf,
  goalOf,
  historyOf,
  is,
  metricOf,
  statusAt,
} from '../../../../src/sla/engine/testing/build';
import type { MetricDefinition } from '../../../../src/sla/engine/model';
import { answer, invocations, refusal, resetBridge } from '../../../shared/testing/bridge';
import { prepareSurface } from '../../../shared/testing/surface';
import { fieldCatalog } from '../../model/field-catalog';
import { TestCases } from '../tests/test-cases';
import { Simulator } from './simulator';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../../shared/testing/bridge'));

const catalog = fieldCatalog([{ value: 'status', label: 'Status' }], {
  status: [
    { value: 'Open', label: 'Open' },
    { value: 'Done', label: 'Done' },
  ],
});
const stored = metricOf();
const definitions = definitionsOf(stored);
const issueKey = (key: string, history: ReturnType<typeof historyOf>) => ({
  summary: `Summary of ${key}`,
  history: { ...history, issueKey: key },
});
const sample = {
  issues: [
    issueKey('IT-1', historyOf('2026-06-01T10:00', [statusAt('2026-06-01T13:00', 'Open', 'Done')])),
    issueKey('IT-2', historyOf('2026-06-01T10:00')),
  ],
  more: false,
  fields: ['status'],
  asOf: Date.parse('2026-06-01T15:00+02:00'),
};

/** The editor around it: its metric may change under the result, and gets the test case made here. */
function Editor() {
  const [metric, setMetric] = useState<MetricDefinition>(stored);
  const parts = { metric, definitions, catalog };
  return (
    <>
      <button type="button" onClick={() => setMetric({ ...metric, goals: [goalOf(2)] })}>
        Two hours
      </button>
      <Simulator {...parts} onMakeTest={(test) => setMetric({ ...metric, tests: [test] })} />
      <TestCases {...parts} readOnly={false} onChange={(tests) => setMetric({ ...metric, tests })} />
    </>
  );
}

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

const tryIt = async (query: string) => {
  const user = userEvent.setup();
  render(<Editor />);
  await user.type(screen.getByLabelText('Work item key or JQL'), query);
  await user.click(screen.getByRole('button', { name: 'Try' }));
  return user;
};
const row = (key: string) => screen.getByRole('row', { name: new RegExp(key) });

test('shows each work item of a query with its outcome, counted', async () => {
  answer('sla.simulate', () => sample);
  await tryIt('project = IT');
  expect(await screen.findByText('IT-1')).toBeInTheDocument();
  expect(row('IT-1')).toHaveTextContent('met');
  expect(row('IT-1')).toHaveTextContent('3:00');
  expect(row('IT-2')).toHaveTextContent('running');
  expect(screen.getByText('Nothing differs from the saved SLA')).toBeInTheDocument();
  expect(invocations[0]?.payload).toMatchObject({ query: 'project = IT', metric: { id: 'm' } });
});

test('follows the metric while it is edited, without asking again, and shows what differs', async () => {
  answer('sla.simulate', () => sample);
  const user = await tryIt('project = IT');
  await screen.findByText('IT-1');
  await user.click(screen.getByRole('button', { name: 'Two hours' }));
  expect(row('IT-1')).toHaveTextContent('breached');
  expect(row('IT-1')).toHaveTextContent('Differs');
  expect(row('IT-2')).toHaveTextContent('running, breached');
  expect(screen.getByText('2 differ from the saved SLA')).toBeInTheDocument();
  expect(invocations).toHaveLength(1);
});

test('shows the words of Jira at the field when the query is wrong', async () => {
  const why = "Field 'colour' does not exist.";
  answer('sla.simulate', () =>
    refusal({ code: 'BAD_REQUEST', fields: [error('JQL_REFUSED', 'query', { why })] }),
  );
  await tryIt('colour = red');
  expect(await screen.findByRole('alert')).toHaveTextContent(why);
  expect(screen.getByLabelText('Work item key or JQL')).toHaveAccessibleDescription(
    expect.stringContaining(why),
  );
});

test('opens the timeline of a work item and makes a test case of it, which then guards the metric', async () => {
  answer('sla.simulate', () => sample);
  const user = await tryIt('IT-1');
  await user.click(await screen.findByRole('button', { name: 'IT-1' }));
  expect(await screen.findByText('What happened', {}, { timeout: 15_000 })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Create a test case' }));
  expect(await screen.findByText('1 of 1 test case as expected')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Two hours' }));
  expect(await screen.findByText('0 of 1 test case as expected')).toBeInTheDocument();
  const differences = within(screen.getByRole('list', { name: 'Test cases' }));
  expect(differences.getByText('State: met expected, breached came out')).toBeInTheDocument();
  expect(differences.getByText(/^Due: 2026-06-02 10:00 expected, 2026-06-01 12:00/)).toBeInTheDocument();
});

test('tells why nothing is measured in the words of the SLA panel', async () => {
  answer('sla.simulate', () => sample);
  const metric = metricOf({ scope: is('status', 'Elsewhere') });
  const user = userEvent.setup();
  render(
    <Simulator
      metric={metric}
      definitions={definitionsOf(metric)}
      catalog={catalog}
      onMakeTest={undefined}
    />,
  );
  await user.type(screen.getByLabelText('Work item key or JQL'), 'IT-1');
  await user.click(screen.getByRole('button', { name: 'Try' }));
  await screen.findByText('IT-1');
  expect(row('IT-2')).toHaveTextContent('outside its scope: needs Status Elsewhere (is');
});
