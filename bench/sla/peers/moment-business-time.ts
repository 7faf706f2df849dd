import { createRequire } from 'node:module';
import type { CalendarDefinition } from '../../../src/sla/engine';
import { type Peer, singleHours } from '../peer';

interface BusinessMoment {
  workingDiff(other: BusinessMoment, unit: string, detail: boolean): number;
  addWorkingTime(amount: number, unit: string): BusinessMoment;
  valueOf(): number;
}
interface BusinessMoments {
  (at: number): BusinessMoment;
  locale(name: string, settings?: object): string;
  updateLocale(name: string, settings: object): unknown;
}

const require = createRequire(import.meta.url);
const moment = require('moment-business-time') as BusinessMoments;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const hoursOf = (calendar: CalendarDefinition): readonly string[] => {
  const [start, end] = singleHours(calendar);
  if (end === '24:00') return [`${start}:00`, '23:59:59'];
  return end > start ? [`${start}:00`, `${end}:00`] : ['00:00:00', `${end}:00`, `${start}:00`, '23:59:59'];
};

export const momentBusinessTime: Peer = {
  name: 'moment-business-time',
  bind: (calendar) => {
    const hours = hoursOf(calendar);
    moment.updateLocale('en', {
      workinghours: Object.fromEntries(DAYS.map((day, i) => [i, calendar.week[day] ? hours : null])),
      holidays: calendar.holidays.flatMap((holiday) => (holiday.kind === 'date' ? [holiday.date] : [])),
    });
    return {
      between: (from, to) => moment(to).workingDiff(moment(from), 'seconds', true) * 1000,
      add: (from, ms) =>
        moment(from)
          .addWorkingTime(ms / 60_000, 'minutes')
          .valueOf(),
    };
  },
};
