import { fireEvent, render, screen } from '@testing-library/react';
import type { CalendarException } from '../../../src/sla/domain/model';
import { prepareSurface } from '../../shared/testing/surface';
import { ImportHolidays } from './import-holidays';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const timed = (day: string, name: string) =>
  event(`SUMMARY:${name}`, `DTSTART:${day}T090000`, `DTEND:${day}T120000`);
const text = [
  'BEGIN:VCALENDAR',
  event('SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'),
  timed('20261224', 'Short day'),
  timed('20261230', 'Inventory'),
  timed('20261231', 'Short day'),
  event('SUMMARY:Party', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260601'),
  'END:VCALENDAR',
].join('\r\n');
const there: CalendarException = { date: '2026-12-24', name: 'Half a day', hours: [['09:00', '13:00']] };

beforeEach(prepareSurface);

const showFile = async (props: { readonly wholeDaysOnly?: boolean } = {}) => {
  const onAdd = jest.fn();
  render(
    <ImportHolidays
      zone="Europe/Berlin"
      year={2026}
      present={[]}
      presentExceptions={[there]}
      onAdd={onAdd}
      {...props}
    />,
  );
  const file = new File([text], 'days.ics', { type: 'text/calendar' });
  file.text = () => Promise.resolve(text);
  fireEvent.change(screen.getByLabelText('ICS file'), { target: { files: [file] } });
  await screen.findByLabelText('2026-12-25 Christmas');
  return onAdd;
};

test('timed events are chosen one by one, and a date that has its own hours keeps them', async () => {
  const onAdd = await showFile();
  fireEvent.click(screen.getByLabelText('2026-12-30 09:00–12:00 Inventory'));
  expect(screen.queryByLabelText(/^2026-12-24/)).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Add 2 days' }));
  expect(onAdd).toHaveBeenCalledWith({
    holidays: [{ kind: 'date', date: '2026-12-25', name: 'Christmas' }],
    exceptions: [{ date: '2026-12-31', name: 'Short day', hours: [['09:00', '12:00']] }],
  });
});

test('what is left out is listed with the reason', async () => {
  await showFile();
  fireEvent.click(screen.getByText('2 events left out'));
  expect(screen.getByText(/^2026-12-24 Short day: it is there already/)).toBeInTheDocument();
  expect(screen.getByText('2026-06-01 Party: it is cancelled.')).toBeInTheDocument();
});

test('a shared set says that it has no place for hours', async () => {
  await showFile({ wholeDaysOnly: true });
  expect(
    screen.getByText(/^2026-12-24 Short day and 1 more: a set holds whole days only/),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add 1 day' })).toBeInTheDocument();
});
