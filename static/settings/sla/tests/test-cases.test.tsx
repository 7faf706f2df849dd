import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { definitionsOf, is, metricOf } from '../../../../src/sla/engine/testing/build';
import type { SlaTestCase } from '../../../../src/sla/engine/model';
import { prepareSurface } from '../../../shared/testing/surface';
import { fieldCatalog } from '../../model/field-catalog';
import { fieldsInside } from './new-test';
import { TestCases } from './test-cases';

const catalog = fieldCatalog(
  [
    { value: 'status', label: 'Status' },
    { value: 'statusCategory', label: 'Status category' },
  ],
  { status: ['Open', 'Waiting', 'Done'].map((value) => ({ value, label: value })) },
  {},
  { Open: 'new', Waiting: 'indeterminate', Done: 'done' },
);

/** What was written so far, newest last. */
const written: (readonly SlaTestCase[])[] = [];
const first = () => written.at(-1)?.[0];

function Editor({ readOnly = false }: { readonly readOnly?: boolean }) {
  const [draft, setDraft] = useState(metricOf({ scope: is('status', 'Open', 'Done') }));
  return (
    <TestCases
      metric={draft}
      definitions={definitionsOf(draft)}
      catalog={catalog}
      readOnly={readOnly}
      onChange={(tests) => {
        written.push(tests);
        setDraft({ ...draft, tests });
      }}
    />
  );
}

beforeEach(() => void prepareSurface());

test('a story is told from scratch, and turns green and red while it is written', async () => {
  const user = userEvent.setup();
  render(<Editor />);
  expect(screen.getByText(/^No test cases yet/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add test case' }));
  expect(screen.getByText('It expects nothing yet.')).toBeInTheDocument();
  expect(first()).toMatchObject({ zone: 'Europe/Berlin', fields: { status: ['Open'] } });

  await user.type(screen.getByLabelText('Name'), 'Done in time');
  fireEvent.change(screen.getByLabelText('Created'), { target: { value: '2026-06-01T10:00' } });
  fireEvent.change(screen.getByLabelText('Looked at'), { target: { value: '2026-06-01T15:00' } });
  await user.click(screen.getByRole('button', { name: 'Add event' }));
  fireEvent.change(screen.getByLabelText('Event 1, when'), { target: { value: '2026-06-01T13:00' } });
  const event = within(screen.getByRole('group', { name: 'Event 1' }));
  await user.selectOptions(event.getByLabelText('Add to Values of Status'), 'Done');
  expect(first()?.events).toEqual([
    {
      kind: 'change',
      at: '2026-06-01T13:00',
      changes: [
        { field: 'status', to: ['Done'] },
        { field: 'statusCategory', to: ['done'] },
      ],
    },
  ]);

  await user.selectOptions(screen.getByLabelText('State'), 'MET');
  expect(screen.getByText('1 of 1 test case as expected')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Time used'), '2:00');
  expect(screen.getByText('Time used: 2:00 expected, 3:00 came out')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Expect the current result' }));
  expect(screen.getByText('As expected')).toBeInTheDocument();
  expect(first()?.expect).toEqual({
    state: 'MET',
    breached: false,
    due: '2026-06-02T10:00',
    elapsedMs: 3 * 3_600_000,
    goalId: '8h',
  });
});

test('a case is deleted', async () => {
  const user = userEvent.setup();
  render(<Editor />);
  await user.click(screen.getByRole('button', { name: 'Add test case' }));
  await user.click(screen.getByRole('button', { name: 'Delete test case Unnamed test case' }));
  expect(screen.getByText(/^No test cases yet/)).toBeInTheDocument();
});

test('whoever may not edit sees no way to', () => {
  render(<Editor readOnly />);
  expect(screen.queryByRole('button', { name: 'Add test case' })).not.toBeInTheDocument();
});

test('a new case begins with an issue of the scope', () => {
  const scope = {
    all: [is('projectId', '7'), { any: [is('type', '1'), is('type', '2')] }, { not: is('a', 'b') }],
  };
  expect(fieldsInside(scope)).toEqual({ projectId: ['7'], type: ['1'] });
});
