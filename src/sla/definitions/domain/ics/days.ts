/** The days of a repetition rule, period by period. */
import { DAY_MS, type DayNumber, firstDayOf, weekdayIndex } from '../../../engine/calendar/local-date';
import type { Rule, WeekdayOf } from './rule';

const firstOfMonth = (year: number, month: number): DayNumber => Date.UTC(year, month - 1, 1) / DAY_MS;

const modulo = (n: number, by: number): number => ((n % by) + by) % by;

interface DateOf {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly date: number;
}

const dateOf = (day: DayNumber): DateOf => {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
};

const range = (from: DayNumber, to: DayNumber): DayNumber[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** Whether a number, or the same counted from the end, is among those of the rule. */
const isAmong = (wanted: readonly number[], n: number, length: number): boolean =>
  wanted.includes(n) || wanted.includes(n - length - 1);

/** The first day of the first week of a year: the week with at least four of its days. */
const firstWeek = (year: number, weekStart: number): DayNumber => {
  const first = firstDayOf(year);
  const back = modulo(weekdayIndex(first) - weekStart, 7);
  return back <= 3 ? first - back : first - back + 7;
};

const isInWeeks = ({ weeks, weekStart }: Rule, day: DayNumber, { year }: DateOf): boolean => {
  const own = [year + 1, year, year - 1].find((each) => firstWeek(each, weekStart) <= day) ?? year;
  const begin = firstWeek(own, weekStart);
  const length = (firstWeek(own + 1, weekStart) - begin) / 7;
  return isAmong(weeks, Math.floor((day - begin) / 7) + 1, length);
};

/** The nth weekday is that of the month, or of the year where the rule names no month. */
const isWeekday = (
  rule: Rule,
  { weekday, nth }: WeekdayOf,
  day: DayNumber,
  { year, month }: DateOf,
): boolean => {
  if (weekdayIndex(day) !== weekday) return false;
  if (nth === undefined) return true;
  const ofMonth = rule.frequency === 'MONTHLY' || rule.months.length > 0;
  const begin = ofMonth ? firstOfMonth(year, month) : firstDayOf(year);
  const end = ofMonth ? firstOfMonth(year, month + 1) : firstDayOf(year + 1);
  return nth > 0 ? Math.floor((day - begin) / 7) + 1 === nth : Math.floor((end - 1 - day) / 7) + 1 === -nth;
};

const fits = (rule: Rule, day: DayNumber): boolean => {
  const date = dateOf(day);
  const { year, month } = date;
  const { months, weeks, yearDays, monthDays, weekdays } = rule;
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0) {
    const length = firstOfMonth(year, month + 1) - firstOfMonth(year, month);
    if (!isAmong(monthDays, date.date, length)) return false;
  }
  if (yearDays.length > 0) {
    const first = firstDayOf(year);
    if (!isAmong(yearDays, day - first + 1, firstDayOf(year + 1) - first)) return false;
  }
  if (weeks.length > 0 && !isInWeeks(rule, day, date)) return false;
  return weekdays.length === 0 || weekdays.some((each) => isWeekday(rule, each, day, date));
};

/** The days of a month that may be meant: all of them, or those the rule names. */
const monthOf = ({ monthDays }: Rule, year: number, month: number): readonly DayNumber[] => {
  const [first, next] = [firstOfMonth(year, month), firstOfMonth(year, month + 1)];
  if (monthDays.length === 0) return range(first, next);
  const named = monthDays.map((each) => (each > 0 ? first + each - 1 : next + each));
  return [...new Set(named)].filter((day) => day >= first && day < next).sort((a, b) => a - b);
};

/** The days a period has, before the rule looks at them: `n` periods after that of the start. */
const daysOf = (rule: Rule, start: DayNumber, n: number): readonly DayNumber[] => {
  const { frequency, months, weekStart } = rule;
  const { year, month } = dateOf(start);
  switch (frequency) {
    case 'DAILY':
      return [start + n];
    case 'WEEKLY': {
      const first = start - modulo(weekdayIndex(start) - weekStart, 7) + 7 * n;
      return range(first, first + 7);
    }
    case 'MONTHLY':
      return monthOf(rule, year, month + n);
    case 'YEARLY': {
      const wanted = [...new Set(months)].sort((a, b) => a - b);
      return months.length === 0
        ? range(firstDayOf(year + n), firstDayOf(year + n + 1))
        : wanted.flatMap((each) => monthOf(rule, year + n, each));
    }
  }
};

/** How many periods after that of the start a day's own is. */
const periodOf = ({ frequency, weekStart }: Rule, start: DayNumber, day: DayNumber): number => {
  const [from, to] = [dateOf(start), dateOf(day)];
  switch (frequency) {
    case 'DAILY':
      return day - start;
    case 'WEEKLY':
      return Math.floor((day - (start - modulo(weekdayIndex(start) - weekStart, 7))) / 7);
    case 'MONTHLY':
      return (to.year - from.year) * 12 + to.month - from.month;
    case 'YEARLY':
      return to.year - from.year;
  }
};

const positioned = ({ positions }: Rule, days: readonly DayNumber[]): readonly DayNumber[] =>
  positions.length === 0 ? days : days.filter((_, index) => isAmong(positions, index + 1, days.length));

/**
 * The days of a rule from its start on, in order, up to `last`. Those before `first` may be left out, and are skipped
 * without being looked at where nothing counts them.
 */
export function* ruleDays(
  rule: Rule,
  start: DayNumber,
  first: DayNumber,
  last: DayNumber,
): Generator<DayNumber> {
  const { interval } = rule;
  const skipped = rule.count === undefined ? Math.max(0, periodOf(rule, start, first)) : 0;
  const end = periodOf(rule, start, last);
  for (let n = skipped - (skipped % interval); n <= end; n += interval) {
    const days = daysOf(rule, start, n).filter((day) => fits(rule, day));
    for (const day of positioned(rule, days)) if (day >= start && day <= last) yield day;
  }
}
