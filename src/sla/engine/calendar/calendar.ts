import type { DurationMs, Instant, LocalDate } from '../model';
import type { DayPlan } from './day-plan';
import { DAY_MS, type DayNumber, dayNumberOf, localDateOf, yearOf } from './local-date';
import { countBefore, countUntil } from './guide';
import { buildTable, lastEndAt, lastStartAt, type WorkTable, workedUntil } from './table';
import { instantOf, offsetAt, zoneTable } from './zone';

/** What an addition answers when a calendar has no more working time. */
export const NEVER = Infinity;

const MAX_YEARS = 400;
const LAST_YEAR = 9990;

/**
 * Working time in one zone. Instants are UTC milliseconds, intervals `[opening, closing)`. Questions cost O(log n);
 * the table behind them grows by whole years when a question leaves it, and no answer ever changes.
 */
export class Calendar {
  constructor(
    readonly id: string | null,
    readonly name: string,
    readonly zone: string,
    /** Length of one business day. */
    readonly nominalDayMs: DurationMs,
    private readonly plan: DayPlan,
    private table: WorkTable,
  ) {}

  /** F of the last instants asked about, as beginning and as end: the metrics of an issue ask about the same ones. */
  private begunAt = NaN;
  private begunWork = 0;
  private endedAt = NaN;
  private endedWork = 0;

  /** How many intervals are compiled now: for benchmarks and health pages. */
  get size(): number {
    return this.table.starts.length;
  }

  /** Working milliseconds of `[from, to)`; 0 when `to` is not after `from`. */
  workingMs(from: Instant, to: Instant): DurationMs {
    if (to <= from) return 0;
    const table = from >= this.table.from && to <= this.table.to ? this.table : this.covering(from, to);
    if (to !== this.endedAt) {
      this.endedWork = workedUntil(table, to);
      this.endedAt = to;
    }
    return this.endedWork - this.workedSince(table, from);
  }

  private workedSince(table: WorkTable, from: Instant): DurationMs {
    if (from !== this.begunAt) {
      this.begunWork = workedUntil(table, from);
      this.begunAt = from;
    }
    return this.begunWork;
  }

  /**
   * The first instant at which `ms` of working time have passed: work that ends exactly at closing ends at closing.
   * 0 ms: the instant itself when working or closing, otherwise the next opening. `NEVER` when there is no such instant.
   */
  addWorking(from: Instant, ms: DurationMs): Instant {
    if (ms < 0) return this.subtractWorking(from, -ms);
    if (ms === 0) return this.isClosing(from) ? from : this.nextWorking(from);
    let table = from >= this.table.from && from <= this.table.to ? this.table : this.covering(from, from);
    let target = this.workedSince(table, from) + ms;
    while (target > table.prefix[table.starts.length]! || this.endsBeyond(table, target)) {
      const grown = this.grownAfter(from);
      if (!grown) return NEVER;
      table = grown;
      target = this.workedSince(table, from) + ms;
    }
    const i = countBefore(table.byWork, target) - 1;
    return table.starts[i]! + target - table.prefix[i]!;
  }

  /**
   * The last instant from which `ms` of working time pass until `from`. 0 ms: the instant itself when working or closing,
   * otherwise the closing before. `-NEVER` when there is no such instant.
   */
  subtractWorking(from: Instant, ms: DurationMs): Instant {
    if (ms < 0) return this.addWorking(from, -ms);
    if (ms === 0) return this.prevWorking(from);
    let table = this.covering(from, from);
    let target = workedUntil(table, from) - ms;
    while (target < 0 || table.starts.length === 0 || table.starts[0]! + target < table.from) {
      const grown = this.grownBefore(from);
      if (!grown) return -NEVER;
      table = grown;
      target = workedUntil(table, from) - ms;
    }
    const i = Math.min(countUntil(table.byWork, target), table.starts.length) - 1;
    return table.starts[i]! + target - table.prefix[i]!;
  }

  /** Whether work goes on at an instant: openings count, closings don't. */
  isWorking(at: Instant): boolean {
    const table = this.covering(at, at);
    const i = lastStartAt(table, at);
    return i >= 0 && at < table.ends[i]!;
  }

  /** The first working instant at or after this one. */
  nextWorking(at: Instant): Instant {
    return this.isWorking(at) ? at : this.nextOpening(at);
  }

  /** The last instant at or before this one that is working or a closing. */
  prevWorking(at: Instant): Instant {
    return this.isWorking(at) || this.isClosing(at) ? at : this.prevClosing(at);
  }

  /** The first opening after an instant; `NEVER` when the calendar never opens again. */
  nextOpening(at: Instant): Instant {
    let table: WorkTable | undefined = this.covering(at, at);
    while (table) {
      const opening = table.starts[lastStartAt(table, at) + 1];
      if (opening !== undefined && opening < table.to) return opening;
      table = this.grownAfter(at);
    }
    return NEVER;
  }

  /** The first closing after an instant; `NEVER` when there is none. */
  nextClosing(at: Instant): Instant {
    let table: WorkTable | undefined = this.covering(at, at);
    while (table) {
      const closing = table.ends[lastEndAt(table, at) + 1];
      if (closing !== undefined && closing < table.to) return closing;
      table = this.grownAfter(at);
    }
    return NEVER;
  }

  /** The last opening before an instant; `-NEVER` when there is none. */
  prevOpening(at: Instant): Instant {
    let table: WorkTable | undefined = this.covering(at, at);
    while (table) {
      const opening = table.starts[lastStartAt(table, at - 1)];
      if (opening !== undefined && opening >= table.from) return opening;
      table = this.grownBefore(at);
    }
    return -NEVER;
  }

  /** The last closing before an instant; `-NEVER` when there is none. */
  prevClosing(at: Instant): Instant {
    let table: WorkTable | undefined = this.covering(at, at);
    while (table) {
      const closing = table.ends[lastEndAt(table, at - 1)];
      if (closing !== undefined && closing > table.from) return closing;
      table = this.grownBefore(at);
    }
    return -NEVER;
  }

  /** The working intervals inside `[from, to)`, cut at its ends. */
  workingIntervals(from: Instant, to: Instant): [Instant, Instant][] {
    if (to <= from) return [];
    const table = this.covering(from, to);
    const { starts, ends } = table;
    const found: [Instant, Instant][] = [];
    for (let i = Math.max(0, lastStartAt(table, from)); i < starts.length && starts[i]! < to; i++) {
      if (ends[i]! > from) found.push([Math.max(starts[i]!, from), Math.min(ends[i]!, to)]);
    }
    return found;
  }

  /** Whether any hours begin on a local date. */
  isWorkingDay(date: LocalDate): boolean {
    return this.plan.stretches(dayNumberOf(date)).length > 0;
  }

  /** Working dates after the date of `from`, up to the date of `to`; 0 when reversed. */
  businessDaysBetween(from: LocalDate, to: LocalDate): number {
    let count = 0;
    this.plan.each(dayNumberOf(from) + 1, dayNumberOf(to), () => count++);
    return count;
  }

  /**
   * The same wall time on the nth following working day; outside hours it counts from the next opening. Negative
   * numbers go back, from the closing before. `NEVER` when there are not that many working days.
   */
  addBusinessDays(from: Instant, days: number): Instant {
    const start = days < 0 ? this.prevWorking(from) : this.nextWorking(from);
    if (!Number.isFinite(start)) return start;
    const wall = this.wallOf(start);
    const day = this.nthWorkingDay(Math.floor(wall / DAY_MS), days);
    if (!Number.isFinite(day)) return day;
    return this.instantOfWall(day * DAY_MS + (((wall % DAY_MS) + DAY_MS) % DAY_MS));
  }

  /** The local date an instant falls on, after `days` working days. `undefined` when there are not that many. */
  workingDate(from: Instant, days: number): LocalDate | undefined {
    const start = this.nextWorking(from);
    if (!Number.isFinite(start)) return undefined;
    const day = this.nthWorkingDay(Math.floor(this.wallOf(start) / DAY_MS), days);
    return Number.isFinite(day) ? localDateOf(day) : undefined;
  }

  /** When the hours of a local date end (its overnight tail included), or undefined when it has none. */
  endOfDay(date: LocalDate): Instant | undefined {
    const day = dayNumberOf(date);
    const last = this.plan.stretches(day).reduce((end, stretch) => Math.max(end, stretch[1]), 0);
    return last > 0 ? this.instantOfWall(day * DAY_MS + last, 'later') : undefined;
  }

  /** The instant of a wall time (milliseconds of the day) on a local date in this zone. */
  instantAt(date: LocalDate, msOfDay: number, side: 'earlier' | 'later' = 'earlier'): Instant {
    return this.instantOfWall(dayNumberOf(date) * DAY_MS + msOfDay, side);
  }

  /** The date in this zone at an instant. */
  localDate(at: Instant): LocalDate {
    return localDateOf(Math.floor(this.wallOf(at) / DAY_MS));
  }

  /** `HH:MM` in this zone at an instant. */
  localTime(at: Instant): string {
    return new Date(this.wallOf(at)).toISOString().slice(11, 16);
  }

  private nthWorkingDay(day: DayNumber, days: number): DayNumber {
    const step = Math.sign(days);
    let left = Math.abs(days);
    for (let at = day; ;) {
      if (left === 0) return at;
      at += step;
      if (Math.abs(at - day) > 366 * MAX_YEARS) return step * NEVER;
      if (this.plan.stretches(at).length > 0) left--;
    }
  }

  private wallOf(at: Instant): number {
    return at + offsetAt(zoneTable(this.zone, at - DAY_MS, at + DAY_MS), at);
  }

  private instantOfWall(wall: number, side: 'earlier' | 'later' = 'earlier'): Instant {
    return instantOf(zoneTable(this.zone, wall - 3 * DAY_MS, wall + 3 * DAY_MS), wall, side);
  }

  private isClosing(at: Instant): boolean {
    const table = this.covering(at, at);
    return table.ends[lastEndAt(table, at)] === at;
  }

  /** Whether the answer to an addition lies past what the table knows for certain. */
  private endsBeyond(table: WorkTable, target: number): boolean {
    const last = table.starts.length - 1;
    return target > table.prefix[last]! && table.starts[last]! + target - table.prefix[last]! > table.to;
  }

  private covering(from: Instant, to: Instant): WorkTable {
    const { table } = this;
    if (from >= table.from && to <= table.to) return table;
    const first = Math.min(table.firstYear, yearOf(Math.floor(from / DAY_MS)) - 1);
    const last = Math.max(table.lastYear, yearOf(Math.floor(to / DAY_MS)) + 1);
    return this.rebuilt(first, last);
  }

  /** A longer table, until it reaches MAX_YEARS past the instant asked about. */
  private grownAfter(at: Instant): WorkTable | undefined {
    const { firstYear, lastYear } = this.table;
    const limit = Math.min(yearOf(Math.floor(at / DAY_MS)) + MAX_YEARS, LAST_YEAR);
    if (lastYear >= limit) return undefined;
    return this.rebuilt(firstYear, Math.min(limit, lastYear + Math.max(2, lastYear - firstYear)));
  }

  private grownBefore(at: Instant): WorkTable | undefined {
    const { firstYear, lastYear } = this.table;
    const limit = Math.max(yearOf(Math.floor(at / DAY_MS)) - MAX_YEARS, 1);
    if (firstYear <= limit) return undefined;
    return this.rebuilt(Math.max(limit, firstYear - Math.max(2, lastYear - firstYear)), lastYear);
  }

  private rebuilt(firstYear: number, lastYear: number): WorkTable {
    this.table = buildTable(this.plan, this.zone, firstYear, lastYear);
    this.begunAt = NaN;
    this.endedAt = NaN;
    return this.table;
  }
}
