import { fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { MetricDefinition } from '../../../../src/sla/engine/model';
import { calendarOf, goalOf, is, metricOf } from '../../../../src/sla/engine/testing/build';
import { prepareSurface } from '../../../shared/testing/surface';
import { fieldCatalog } from '../../model/field-catalog';
import { SpacesSection } from './spaces-section';

const catalog = fieldCatalog([{ value: 'projectId', label: 'Space' }], {
  projectId: ['Support', 'Finance', 'People', 'Legal'].map((label, n) => ({ value: String(n), label })),
  priority: [{ value: '1', label: 'Highest' }],
});
const calendars = [calendarOf(), calendarOf({ id: 'night', name: 'Night' })];
const high = { ...goalOf(8, is('priority', '1'), 'high'), name: 'High' };
const standard = metricOf({ goals: [high, goalOf(40)], scope: is('projectId', '0', '1') });
const written = jest.fn<void, [MetricDefinition]>();

function Shown({ metric, readOnly = false }: { metric: MetricDefinition; readOnly?: boolean }) {
  const [draft, setDraft] = useState(metric);
  return (
    <SpacesSection
      metric={draft}
      around={{ catalog, calendars, metrics: [] }}
      holidaySets={[]}
      readOnly={readOnly}
      onChange={(next) => {
        written(next);
        setDraft(next);
      }}
    />
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const edited = () => written.mock.calls.at(-1)?.[0];

beforeEach(() => {
  prepareSurface();
  written.mockClear();
});

test('a space is given the goals of the standard, departs from them, and follows them again', () => {
  render(<Shown metric={standard} />);
  expect(screen.getAllByText('Follows the standard')).toHaveLength(2);
  press('Finance: Override goals');
  expect(screen.getByText('Overridden goals promise the same as the standard.')).toBeVisible();
  const own = within(screen.getByRole('group', { name: 'Overridden goals of Finance' }));
  fireEvent.click(own.getByRole('button', { name: 'Edit goal 1: High' }));
  fireEvent.change(own.getByRole('textbox', { name: 'Goal 1, amount' }), { target: { value: '4' } });
  expect(screen.getByText('“High”: 4 h instead of 8 h')).toBeVisible();
  expect(edited()?.spaces).toMatchObject([
    { id: '1', goals: [{ name: 'High', target: { ms: 4 * 3_600_000 } }, {}] },
  ]);
  expect(edited()?.goals).toEqual(standard.goals);
  press('Finance: Remove override');
  expect(edited()).not.toHaveProperty('spaces');
});

test('all that a space departs in is told', () => {
  const goals = [
    { ...high, id: 'own', calendar: { kind: 'fixed', calendarId: 'night' } as const },
    { ...goalOf(2, is('issuetype', '7'), 'vip'), name: 'VIP' },
    goalOf(16, { all: [] }, 'rest'),
  ];
  render(<Shown readOnly metric={{ ...standard, spaces: [{ id: '0', goals }] }} />);
  expect(screen.getByText('“High”: calendar Night instead of Berlin')).toBeVisible();
  expect(screen.getByText('“VIP”: 2 h, not in the standard')).toBeVisible();
  expect(screen.getByText('“40h”: 16 h instead of 40 h')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Remove override/ })).toBeNull();
});

test('several spaces are added to the scope at once', () => {
  render(<Shown metric={standard} />);
  press('Apply to more spaces');
  fireEvent.click(screen.getByRole('checkbox', { name: 'People' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Legal' }));
  press('Add 2 spaces to the scope');
  expect(edited()?.scope).toEqual(is('projectId', '0', '1', '2', '3'));
  expect(screen.getAllByText('Follows the standard')).toHaveLength(4);
});

test('a scope that names no spaces lets any have its own goals', () => {
  render(<Shown metric={{ ...standard, scope: { all: [] } }} />);
  fireEvent.change(screen.getByRole('combobox', { name: 'Override goals for a space' }), {
    target: { value: '3' },
  });
  expect(edited()?.spaces?.map(({ id }) => id)).toEqual(['3']);
});
