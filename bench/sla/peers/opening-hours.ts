import { createRequire } from 'node:module';
import type { CalendarDefinition } from '../../../src/sla/engine';
import { type Peer, singleHours } from '../peer';

interface Iterator {
  getDate(): Date;
  getState(): boolean;
  advance(limit?: Date): boolean;
}
interface OpeningHours {
  getOpenDuration(from: Date, to: Date): readonly [number, number];
  getIterator(at: Date): Iterator;
}

const require = createRequire(import.meta.url);
const Opening = require('opening_hours') as new (text: string, place: object) => OpeningHours;
const PLACE = { lat: 52.5, lon: 13.4, address: { country_code: 'de', state: 'Berlin' } };
const NAMES = { mon: 'Mo', tue: 'Tu', wed: 'We', thu: 'Th', fri: 'Fr', sat: 'Sa', sun: 'Su' } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const rulesOf = (calendar: CalendarDefinition): string => {
  const [start, end] = singleHours(calendar);
  const days = Object.entries(NAMES).filter(([day]) => calendar.week[day as keyof typeof NAMES]);
  const closed = calendar.holidays.flatMap((holiday) => {
    if (holiday.kind !== 'date') return [];
    const [year = '', month = '', date = ''] = holiday.date.split('-');
    return [`${year} ${MONTHS[Number(month) - 1]} ${date}`];
  });
  return [
    `${days.map(([, name]) => name).join(',')} ${start}-${end}`,
    ...(closed.length ? [`${closed.join(',')} off`] : []),
  ].join('; ');
};

export const openingHours: Peer = {
  name: 'opening_hours',
  bind: (calendar) => {
    const hours = new Opening(rulesOf(calendar), PLACE);
    return {
      between: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
      add: (from, ms) => {
        const iterator = hours.getIterator(new Date(from));
        let left = ms;
        let at = from;
        for (;;) {
          const open = iterator.getState();
          if (!iterator.advance()) return open ? at + left : Infinity;
          const next = iterator.getDate().getTime();
          if (open && next - at >= left) return at + left;
          if (open) left -= next - at;
          at = next;
        }
      },
    };
  },
};
