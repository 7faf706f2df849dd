import { createRequire } from 'node:module';
import { type Peer, singleHours } from '../peer';

interface Calculator {
  addWorkingHours(days: readonly number[], start: string, stop: string, zone: string): void;
  excludeBetween(start: string, end: string): void;
  calcMillisecondsBetween(start: string, end: string): number;
}

const require = createRequire(import.meta.url);
const Calculator = require('working-time-calculator') as new () => Calculator;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** It has no addition, and no hours past midnight. */
export const workingTimeCalculator: Peer = {
  name: 'working-time-calculator',
  bind: (calendar) => {
    const [start, end] = singleHours(calendar);
    const days = DAYS.flatMap((day, i) => (calendar.week[day] ? [i + 1] : []));
    const calculator = new Calculator();
    const pieces: readonly (readonly [string, string])[] =
      end === '24:00'
        ? [[start, '23:59']]
        : end > start
          ? [[start, end]]
          : [
              ['00:00', end],
              [start, '23:59'],
            ];
    for (const [from, to] of pieces) calculator.addWorkingHours(days, from, to, calendar.zone);
    for (const holiday of calendar.holidays) {
      if (holiday.kind === 'date')
        calculator.excludeBetween(`${holiday.date}T00:00:00`, `${holiday.date}T23:59:59`);
    }
    return {
      between: (from, to) =>
        calculator.calcMillisecondsBetween(new Date(from).toISOString(), new Date(to).toISOString()),
    };
  },
};
