import { fireEvent, render, screen } from '@testing-library/react';
import type { CalendarException } from '../../../src/sla/engine/model';
import type { ComponentProps } from 'react';
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

const show = (props: Partial<ComponentProps<typeof ImportHolidays>> = {}) => {
  const onAdd = jest.fn();
  render(
    <ImportHolidays
      zone="Europe/Berlin"
      today="2026-05-01"
      own={{ holidays: 0, exceptions: 0 }}
      present={[]}
      presentExceptions={[there]}
      onAdd={onAdd}
      {...props}
    />,
  );
  return onAdd;
};
const choose = (content: string) =>
  fireEvent.change(screen.getByLabelText('ICS file'), {
    target: { files: [new File([content], 'days.ics', { type: 'text/calendar' })] },
  });
const showFile = async (props: Parameters<typeof show>[0] = {}) => {
  const onAdd = show(props);
  choose(text);
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

const days = (count: number, first: number) =>
  [
    'BEGIN:VCALENDAR',
    ...Array.from({ length: count }, (_, n) => {
      const day = new Date(Date.UTC(first, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
      return event(`SUMMARY:Day ${n}`, `DTSTART:${day.replaceAll('-', '')}`);
    }),
    'END:VCALENDAR',
  ].join('\r\n');

test('a file that can not be read leaves nothing of the file before it', async () => {
  await showFile();
  choose('<html></html>');
  expect(await screen.findByText(/not an iCalendar/)).toBeInTheDocument();
  expect(screen.queryByLabelText('2026-12-25 Christmas')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Add/ })).not.toBeInTheDocument();
});

test('days that are over are offered only when they are asked for', async () => {
  const onAdd = show();
  choose(days(365, 2026));
  expect(await screen.findByRole('button', { name: 'Add 245 days' })).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('Offer 120 past days, too'));
  fireEvent.click(screen.getByRole('button', { name: 'Add 365 days' }));
  expect(onAdd).toHaveBeenCalledTimes(1);
});

test('more days than can be saved are told before they are added, and whole years are deselected at once', async () => {
  show({ own: { holidays: 100, exceptions: 0 } });
  choose(days(2200, 2027));
  expect(await screen.findByText(/at most 2,000 days of a kind\. This is 300 too many/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Add/ })).toBeDisabled();
  fireEvent.click(screen.getByLabelText('2028: 366 of 366 chosen'));
  expect(screen.queryByText(/at most 2,000/)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add 1,834 days' })).toBeEnabled();
});

test('what can not be followed is told with its place in the file', async () => {
  show();
  choose(
    [
      'BEGIN:VCALENDAR',
      event('SUMMARY:New Year', 'DTSTART:20270206', 'RRULE:RSCALE=CHINESE;FREQ=YEARLY'),
      'END:VCALENDAR',
    ].join('\r\n'),
  );
  fireEvent.click(await screen.findByText('1 event left out'));
  expect(
    screen.getByText(/^2027-02-06 New Year: its rule can't be followed.*\(Line 5\) RSCALE=CHINESE$/),
  ).toBeInTheDocument();
});

test('a file in another encoding is read, and its names are to be looked at', async () => {
  show();
  const bytes = Buffer.from(text.replace('Christmas', 'NoXl'), 'latin1');
  bytes[bytes.indexOf('NoXl') + 2] = 0xeb;
  fireEvent.change(screen.getByLabelText('ICS file'), { target: { files: [new File([bytes], 'days.ics')] } });
  expect(await screen.findByLabelText('2026-12-25 Noël')).toBeInTheDocument();
  expect(screen.getByText(/it was read as windows-1252/)).toBeInTheDocument();
});
