import { type CalendarDefinition, compileCalendar } from '../../src/sla/engine';
import type { Peer } from './peer';

/** The physical yardstick: nothing but a binary search over the same boundaries. */
const bareTable = (intervals: readonly (readonly [number, number])[]) => {
  const starts = Float64Array.from(intervals, ([start]) => start);
  const ends = Float64Array.from(intervals, ([, end]) => end);
  const prefix = new Float64Array(starts.length + 1);
  for (let i = 0; i < starts.length; i++) prefix[i + 1] = prefix[i]! + ends[i]! - starts[i]!;
  const until = (at: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    const i = low - 1;
    return prefix[i]! + Math.min(at, ends[i]!) - starts[i]!;
  };
  const inverse = (target: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (prefix[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]! + target - prefix[low - 1]!;
  };
  return { until, inverse };
};

export const bare: Peer = {
  name: 'bare binary search',
  bind: (definition) => {
    const calendar = compileCalendar(definition);
    const table = bareTable(calendar.workingIntervals(Date.UTC(2014, 0, 1), Date.UTC(2030, 0, 1)));
    return {
      between: (from, to) => table.until(to) - table.until(from),
      add: (from, ms) => table.inverse(table.until(from) + ms),
    };
  },
};

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const DAY_MS = 86_400_000;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Finds the offset changes of a year span: what any table has to do once for its zone. */
export const scanZone = (zone: string, from: number, to: number): readonly (readonly [number, number])[] => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number): number => {
    const [, sign = '+', hour = '0', minute = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(at)) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute)) * 60_000;
  };
  const changes: [number, number][] = [[-Infinity, offset(from)]];
  for (let at = from; at < to; at += 14 * DAY_MS) {
    const [before, after] = [offset(at), offset(at + 14 * DAY_MS)];
    if (before === after) continue;
    let [low, high] = [at, at + 14 * DAY_MS];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push([high, after]);
  }
  return changes;
};

/** The least that makes such a table: a loop over dates, offsets looked up in a list, no rules for gaps or overlaps. */
export const bareCompile = (
  definition: CalendarDefinition,
  changes: readonly (readonly [number, number])[],
  from: number,
  to: number,
): number => {
  const closed = new Set(
    definition.holidays.flatMap((holiday) => (holiday.kind === 'date' ? [holiday.date] : [])),
  );
  const intervals: [number, number][] = [];
  const instant = (wall: number): number =>
    wall - (changes.findLast(([at, offset]) => wall - offset >= at)?.[1] ?? 0);
  for (let day = from; day < to; day += DAY_MS) {
    const date = new Date(day);
    const hours = definition.week[DAYS[date.getUTCDay()] ?? 'mon'];
    if (!hours || closed.has(date.toISOString().slice(0, 10))) continue;
    for (const [start, end] of hours) {
      const overnight = end <= start ? DAY_MS : 0;
      intervals.push([
        instant(day + minutes(start) * 60_000),
        instant(day + overnight + minutes(end) * 60_000),
      ]);
    }
  }
  return bareTable(intervals).until(to);
};
