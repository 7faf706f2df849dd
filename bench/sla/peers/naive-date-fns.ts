import { addDays } from 'date-fns';
import { fromZonedTime, toZonedTime } from 'date-fns-tz';
import type { CalendarDefinition } from '../../../src/sla/engine';
import { type Peer, singleHours } from '../peer';

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const pad = (value: number): string => String(value).padStart(2, '0');
const dateOf = (date: Date): string =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

const boundsOf = (calendar: CalendarDefinition) => {
  const [start, end] = singleHours(calendar);
  const overnight = end <= start || end === '24:00';
  const closed = new Set(
    calendar.holidays.flatMap((holiday) => (holiday.kind === 'date' ? [holiday.date] : [])),
  );
  return (date: Date): readonly [number, number] | undefined => {
    const weekday = WEEK[date.getDay()] ?? 'mon';
    if (!calendar.week[weekday] || closed.has(dateOf(date))) return undefined;
    const last = overnight ? addDays(date, 1) : date;
    return [
      fromZonedTime(`${dateOf(date)}T${start}:00`, calendar.zone).getTime(),
      fromZonedTime(`${dateOf(last)}T${end === '24:00' ? '00:00' : end}:00`, calendar.zone).getTime(),
    ];
  };
};

/** A day loop such as one writes by hand with date-fns and date-fns-tz. */
export const naiveDateFns: Peer = {
  name: 'date-fns-tz day loop',
  bind: (calendar) => {
    const bounds = boundsOf(calendar);
    const firstDay = (at: number): Date => {
      const local = toZonedTime(at, calendar.zone);
      return new Date(local.getFullYear(), local.getMonth(), local.getDate() - 1);
    };
    return {
      between: (from, to) => {
        let sum = 0;
        for (let date = firstDay(from); ; date = addDays(date, 1)) {
          const [start, end] = bounds(date) ?? [0, 0];
          sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
          if (date.getTime() > to + 86_400_000) return sum;
        }
      },
      add: (from, ms) => {
        let left = ms;
        for (let date = firstDay(from); ; date = addDays(date, 1)) {
          const [start, end] = bounds(date) ?? [0, 0];
          const length = Math.max(0, end - Math.max(start, from));
          if (length >= left) return Math.max(start, from) + left;
          left -= length;
        }
      },
    };
  },
};
