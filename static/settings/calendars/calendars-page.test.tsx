import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { CalendarDefinition } from '../../../src/sla/engine/model';
import { calendarOf, definitionsOf, HOUR, workdays } from '../../../src/sla/engine/testing/build';
import { answer, invocations, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { showPage } from '../testing/show-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const LAZY = { timeout: 15_000 };

beforeEach(() => {
  resetBridge();
  prepareSurface();
  jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 5, 1));
  answer('sla.recalculation', () => ({ recalculation: null }));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const show = (parts: Partial<CalendarDefinition> = {}) => {
  const calendars = [
    calendarOf({ week: workdays(['09:00', '16:30']), ...parts }),
    calendarOf({ id: 'office', name: 'Office' }),
  ];
  answer('sla.assessChange', () => ({ impact: 'none', scope: 'future', problems: [], differences: [] }));
  showPage('calendars', { definitions: definitionsOf([], { calendars }) }, `/calendars/${calendars[0]?.id}`);
  const saved = async () => {
    const before = invocations.length;
    fireEvent.click(await screen.findByText('Save'));
    await waitFor(() => expect(invocations.length).toBeGreaterThan(before));
    const target = payloadOf('sla.assessChange')?.['target'] as { readonly value: CalendarDefinition };
    return target.value;
  };
  return { saved };
};
const nominalDay = () => screen.findByLabelText<HTMLInputElement>('One working day, in hours', {}, LAZY);

test('a business day is the average working day unless hours are typed', async () => {
  const { saved } = show();
  const field = await nominalDay();
  expect(field.placeholder).toBe('7.5');
  expect(screen.getByText(/Left empty: 7\.5 h/)).toBeInTheDocument();
  expect((await saved()).nominalDayMs).toBeUndefined();
  fireEvent.change(field, { target: { value: '8' } });
  expect((await saved()).nominalDayMs).toBe(8 * HOUR);
});

test('emptied hours go back to the average, and what is no length is not taken', async () => {
  const { saved } = show({ nominalDayMs: 8 * HOUR });
  const field = await nominalDay();
  expect(field.value).toBe('8');
  fireEvent.change(field, { target: { value: '30' } });
  expect(screen.getByRole('alert')).toHaveTextContent(
    'A working day must be longer than 0 and at most 24 h.',
  );
  expect((await saved()).nominalDayMs).toBe(8 * HOUR);
  fireEvent.change(field, { target: { value: '' } });
  expect((await saved()).nominalDayMs).toBeUndefined();
});

test('a day of a calendar that is based on another is as there until it gets hours of its own', async () => {
  const { saved } = show({ week: {} });
  await nominalDay();
  fireEvent.change(screen.getByLabelText('Based on'), { target: { value: 'office' } });
  expect(screen.getAllByText('As in Office: 09:00–17:00')).toHaveLength(5);
  expect(screen.getAllByText('As in Office: Closed')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Set own hours for Friday' }));
  fireEvent.change(screen.getByLabelText('Friday, interval 1, to'), { target: { value: '14:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set own hours for Monday' }));
  fireEvent.click(screen.getByRole('button', { name: 'As in the base for Monday' }));
  expect(await saved()).toMatchObject({ baseId: 'office', week: { fri: [['09:00', '14:00']] } });
  expect((await saved()).week).not.toHaveProperty('mon');
  fireEvent.change(screen.getByLabelText('Based on'), { target: { value: '' } });
  expect(await saved()).not.toHaveProperty('baseId');
});

test('a long list of days shows its last ones, and those that are over go at once', async () => {
  const holidays = Array.from({ length: 300 }, (_, n) => ({
    kind: 'date' as const,
    date: new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10),
    name: `Day ${n}`,
  }));
  const { saved } = show({ holidays });
  await nominalDay();
  expect(screen.queryByDisplayValue('Day 199')).not.toBeInTheDocument();
  expect(screen.getByDisplayValue('Day 299')).toBeInTheDocument();
  fireEvent.click(screen.getByText('Show 100 more'));
  expect(screen.getByDisplayValue('Day 199')).toBeInTheDocument();
  fireEvent.click(screen.getByText('Remove 151 past days'));
  expect((await saved()).holidays).toHaveLength(149);
});
