import { fireEvent, render, screen } from '@testing-library/react';
import type { CalendarDefinition } from '../../../src/sla/engine/model';
import { calendarOf, HOUR, workdays } from '../../../src/sla/engine/testing/build';
import { prepareSurface } from '../../shared/testing/surface';
import { CalendarEditor } from './calendar-editor';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

beforeEach(prepareSurface);

const show = (parts: Partial<CalendarDefinition> = {}) => {
  const onSave = jest.fn<void, [CalendarDefinition]>();
  render(
    <CalendarEditor
      calendar={calendarOf({ week: workdays(['09:00', '16:30']), ...parts })}
      calendars={[calendarOf({ id: 'office', name: 'Office' })]}
      holidaySets={[]}
      isNew={false}
      readOnly={false}
      problems={[]}
      today="2026-06-01"
      saving={false}
      onSave={onSave}
      onDelete={jest.fn()}
      onCancel={jest.fn()}
    />,
  );
  const saved = () => {
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    return onSave.mock.lastCall?.[0];
  };
  return { field: screen.getByLabelText<HTMLInputElement>('One business day, in hours'), saved };
};

test('a business day is the average working day unless hours are typed', () => {
  const { field, saved } = show();
  expect(field.placeholder).toBe('7.5');
  expect(screen.getByText(/Left empty: 7\.5 h/)).toBeInTheDocument();
  expect(saved()?.nominalDayMs).toBeUndefined();
  fireEvent.change(field, { target: { value: '8' } });
  expect(saved()?.nominalDayMs).toBe(8 * HOUR);
});

test('emptied hours go back to the average, and what is no length is not taken', () => {
  const { field, saved } = show({ nominalDayMs: 8 * HOUR });
  expect(field.value).toBe('8');
  fireEvent.change(field, { target: { value: '30' } });
  expect(screen.getByRole('alert')).toHaveTextContent(
    'One business day must be longer than 0 and at most 24 h.',
  );
  expect(saved()?.nominalDayMs).toBe(8 * HOUR);
  fireEvent.change(field, { target: { value: '' } });
  expect(saved()?.nominalDayMs).toBeUndefined();
});

test('a day of a calendar that is based on another is as there until it gets hours of its own', () => {
  const { saved } = show({ week: {} });
  fireEvent.change(screen.getByLabelText('Based on'), { target: { value: 'office' } });
  expect(screen.getAllByText('As in Office: 09:00–17:00')).toHaveLength(5);
  expect(screen.getAllByText('As in Office: Closed')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Set own hours for Friday' }));
  fireEvent.change(screen.getByLabelText('Friday, interval 1, to'), { target: { value: '14:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set own hours for Monday' }));
  fireEvent.click(screen.getByRole('button', { name: 'As in the base for Monday' }));
  expect(saved()).toMatchObject({ baseId: 'office', week: { fri: [['09:00', '14:00']] } });
  expect(saved()?.week).not.toHaveProperty('mon');
  fireEvent.change(screen.getByLabelText('Based on'), { target: { value: '' } });
  expect(saved()).not.toHaveProperty('baseId');
});

test('a long list of days shows its last ones, and those that are over go at once', () => {
  const holidays = Array.from({ length: 300 }, (_, n) => ({
    kind: 'date' as const,
    date: new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10),
    name: `Day ${n}`,
  }));
  const { saved } = show({ holidays });
  expect(screen.queryByDisplayValue('Day 199')).not.toBeInTheDocument();
  expect(screen.getByDisplayValue('Day 299')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Show 100 more' }));
  expect(screen.getByDisplayValue('Day 199')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Remove 151 days that are over' }));
  expect(saved()?.holidays).toHaveLength(149);
});
