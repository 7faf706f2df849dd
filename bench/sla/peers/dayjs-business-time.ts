import dayjs from 'dayjs';
import plugin from 'dayjs-business-time';
import type { CalendarDefinition } from '../../../src/sla/engine';
import { type Peer, singleHours } from '../peer';

dayjs.extend(plugin);

const NAMES = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
} as const;

/** It has no 24:00: the last second of the day stands for it, and a night is two pieces. */
const segmentsOf = (calendar: CalendarDefinition) => {
  const [start, end] = singleHours(calendar);
  if (end === '24:00') return [{ start: `${start}:00`, end: '23:59:59' }];
  if (end > start) return [{ start: `${start}:00`, end: `${end}:00` }];
  return [
    { start: '00:00:00', end: `${end}:00` },
    { start: `${start}:00`, end: '23:59:59' },
  ];
};

const configure = (calendar: CalendarDefinition): void => {
  const segments = segmentsOf(calendar);
  const week = Object.entries(NAMES).map(([day, name]) => [
    name,
    calendar.week[day as keyof typeof NAMES] ? segments : null,
  ]);
  dayjs.setBusinessTime(Object.fromEntries(week) as Parameters<typeof dayjs.setBusinessTime>[0]);
  dayjs.setHolidays(calendar.holidays.flatMap((holiday) => (holiday.kind === 'date' ? [holiday.date] : [])));
};

export const dayjsBusinessTime: Peer = {
  name: 'dayjs-business-time',
  bind: (calendar) => {
    configure(calendar);
    return {
      between: (from, to) => dayjs(to).businessMinutesDiff(dayjs(from)) * 60_000,
      add: (from, ms) =>
        dayjs(from)
          .addBusinessMinutes(ms / 60_000)
          .valueOf(),
    };
  },
};
