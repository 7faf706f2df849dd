import type { Instant } from '../model';
import type { DayPlan } from './day-plan';
import { countUntil, type Guide, guideTo } from './guide';
import { DAY_MS, type DayNumber, firstDayOf } from './local-date';
import { instantOf, zoneTable } from './zone';

/** Working intervals of whole local years, merged, with the working time before each: F(t) by one search. */
export interface WorkTable {
  /** Every question about an instant in `[from, to]` can be answered. */
  readonly from: Instant;
  readonly to: Instant;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Working milliseconds of all intervals before this one; one more entry holds the total. */
  readonly prefix: Float64Array;
  /** Ways into `starts` and `prefix`. */
  readonly byStart: Guide;
  readonly byWork: Guide;
}

interface Bounds {
  readonly starts: number[];
  readonly ends: number[];
}

const append = (bounds: Bounds, start: Instant, end: Instant): void => {
  const last = bounds.ends.length - 1;
  const lastEnd = bounds.ends[last];
  if (lastEnd !== undefined && start <= lastEnd) {
    if (end > lastEnd) bounds.ends[last] = end;
  } else if (end > start) {
    bounds.starts.push(start);
    bounds.ends.push(end);
  }
};

const boundsOf = (plan: DayPlan, zone: string, first: DayNumber, last: DayNumber): Bounds => {
  const offsets = zoneTable(zone, (first - 2) * DAY_MS, (last + 3) * DAY_MS);
  const bounds: Bounds = { starts: [], ends: [] };
  plan.each(first, last, (day, stretches) => {
    const midnight = day * DAY_MS;
    for (const [start, end] of stretches) {
      append(
        bounds,
        instantOf(offsets, midnight + start, 'earlier'),
        instantOf(offsets, midnight + end, 'later'),
      );
    }
  });
  return bounds;
};

const withPrefix = (bounds: Bounds) => {
  const size = bounds.starts.length;
  const starts = Float64Array.from(bounds.starts);
  const ends = Float64Array.from(bounds.ends);
  const prefix = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) prefix[i + 1] = (prefix[i] ?? 0) + (ends[i] ?? 0) - (starts[i] ?? 0);
  return { starts, ends, prefix, byStart: guideTo(starts, size), byWork: guideTo(prefix, size + 1) };
};

/** Compiles whole local years; the day before the first is included for its overnight tail. */
export const buildTable = (plan: DayPlan, zone: string, firstYear: number, lastYear: number): WorkTable => {
  const first = firstDayOf(firstYear) - 1;
  const last = firstDayOf(lastYear + 1) - 1;
  const bounds = boundsOf(plan, zone, first, last);
  const offsets = zoneTable(zone, first * DAY_MS, (last + 2) * DAY_MS);
  return {
    from: instantOf(offsets, (first + 1) * DAY_MS, 'later'),
    to: instantOf(offsets, (last + 1) * DAY_MS, 'earlier'),
    firstYear,
    lastYear,
    ...withPrefix(bounds),
  };
};

/** One interval that never ends: 24×7. */
export const endlessTable = (): WorkTable => {
  const from = Date.parse('0001-01-01T00:00:00Z');
  const to = Date.parse('9999-12-31T00:00:00Z');
  return { from, to, firstYear: 1, lastYear: 9999, ...withPrefix({ starts: [from], ends: [to] }) };
};

/** The last interval that starts at or before an instant, or -1. */
export const lastStartAt = (table: WorkTable, at: Instant): number => countUntil(table.byStart, at) - 1;

/** The last interval that ends at or before an instant, or -1. */
export const lastEndAt = ({ ends }: WorkTable, at: Instant): number => {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** F(t): working milliseconds from the table's beginning to an instant. */
export const workedUntil = (table: WorkTable, at: Instant): number => {
  const { starts, ends, prefix } = table;
  const i = lastStartAt(table, at);
  if (i < 0) return 0;
  const end = ends[i]!;
  return prefix[i]! + (at < end ? at : end) - starts[i]!;
};
