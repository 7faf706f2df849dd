import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { HolidaySet } from '../../../src/sla/engine/model';
import { calendarOf, definitionsOf, metricOf } from '../../../src/sla/engine/testing/build';
import { At } from '../../kit/testing/at';
import { answer, payloadOf, resetBridge } from '../../shared/testing/bridge';
import { prepareSurface } from '../../shared/testing/surface';
import { HolidaySetsPage } from './holiday-sets-page';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const set: HolidaySet = {
  id: 'de',
  name: 'Germany',
  holidays: [{ kind: 'date', date: '2026-12-25', name: 'Christmas' }],
  source: { country: 'DE' },
};
const definitions = definitionsOf(metricOf(), {
  calendars: [calendarOf({ holidaySetIds: ['de'] })],
  holidaySets: [set],
});

beforeEach(() => {
  resetBridge();
  prepareSurface();
  jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 10));
  answer('sla.recalculation', () => ({ recalculation: null }));
  answer('sla.assessChange', () => ({
    impact: 'goals',
    scope: 'future',
    problems: [],
    differences: [
      {
        path: 'holidaySets.de.holidays.1',
        after: { kind: 'date', date: '2027-12-25', name: 'Christmas Day' },
      },
    ],
  }));
  answer('sla.applyChange', () => ({ definitions, problems: [], recalculation: null }));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const show = () =>
  render(
    <At path="/holiday-sets">
      <HolidaySetsPage definitions={definitions} problems={[]} readOnly={false} onChanged={jest.fn()} />
    </At>,
  );
const proposed = () => {
  const target = payloadOf('sla.assessChange')?.['target'] as { readonly value: HolidaySet } | undefined;
  return target?.value;
};

test('next year is added from the same country with one click', async () => {
  show();
  fireEvent.click(screen.getByRole('link', { name: 'Germany' }));
  expect(screen.getByText(/Used by: Berlin/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Add public holidays of 2027 (DE)' }));
  await waitFor(() => expect(screen.queryByText('No holidays of 2027 yet')).not.toBeInTheDocument(), {
    timeout: 15_000,
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(proposed()).toBeDefined());
  expect(proposed()?.holidays).toContainEqual({ kind: 'date', date: '2027-12-25', name: 'Christmas Day' });
  const dialog = within(await screen.findByRole('dialog', undefined, { timeout: 15_000 }));
  expect(dialog.getByText('Holidays › added: 25 Dec 2027 Christmas Day')).toBeInTheDocument();
  expect(dialog.getByRole('radio', { name: /from now on/ })).toBeChecked();
  fireEvent.click(dialog.getByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(payloadOf('sla.applyChange')).toMatchObject({ plan: { scope: 'future' } }));
});

test('a holiday by a rule is made from a date', async () => {
  show();
  fireEvent.click(screen.getByRole('link', { name: 'Germany' }));
  fireEvent.change(screen.getByLabelText('Holiday 1, kind'), { target: { value: 'rule' } });
  fireEvent.change(screen.getByLabelText('Holiday 1, which one in the month'), { target: { value: '-1' } });
  fireEvent.change(screen.getByLabelText('Holiday 1, weekday'), { target: { value: 'fri' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(proposed()).toBeDefined());
  expect(proposed()?.holidays).toEqual([
    { kind: 'rule', month: 12, weekday: 'fri', nth: -1, name: 'Christmas' },
  ]);
});
