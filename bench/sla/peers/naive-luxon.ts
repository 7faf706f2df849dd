import { DateTime } from 'luxon';
import type { CalendarDefinition } from '../../../src/sla/engine';
import { type Peer, singleHours } from '../peer';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const boundsOf = (calendar: CalendarDefinition) => {
  const [start, end] = singleHours(calendar);
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const [endHour = 0, endMinute = 0] = end.split(':').map(Number);
  const overnight = endHour * 60 + endMinute <= hour * 60 + minute || endHour === 24;
  const closed = new Set(
    calendar.holidays.flatMap((holiday) => (holiday.kind === 'date' ? [holiday.date] : [])),
  );
  return (date: DateTime): readonly [number, number] | undefined => {
    const weekday = WEEK[date.weekday - 1] ?? 'mon';
    if (!calendar.week[weekday] || closed.has(date.toISODate() ?? '')) return undefined;
    const last = overnight ? date.plus({ days: 1 }) : date;
    return [
      date.set({ hour, minute }).toMillis(),
      last.set({ hour: endHour % 24, minute: endMinute }).toMillis(),
    ];
  };
};

/** A day loop such as one writes by hand with luxon: each day's bounds in the calendar's zone. */
export const naiveLuxon: Peer = {
  name: 'luxon day loop',
  bind: (calendar) => {
    const bounds = boundsOf(calendar);
    const firstDay = (at: number) =>
      DateTime.fromMillis(at, { zone: calendar.zone }).startOf('day').minus({ days: 1 });
    return {
      between: (from, to) => {
        let sum = 0;
        for (let date = firstDay(from); date.toMillis() < to; date = date.plus({ days: 1 })) {
          const [start, end] = bounds(date) ?? [0, 0];
          sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
        }
        return sum;
      },
      add: (from, ms) => {
        let left = ms;
        for (let date = firstDay(from); ; date = date.plus({ days: 1 })) {
          const [start, end] = bounds(date) ?? [0, 0];
          const length = Math.max(0, end - Math.max(start, from));
          if (length >= left) return Math.max(start, from) + left;
          left -= length;
        }
      },
    };
  },
};
