import { type Calendar, compileCalendar } from '../../src/sla/engine';
import { type CalendarVector, definitionOf } from './calendar-vector';

export type Answer = string | number | boolean | (readonly [string, string])[] | undefined;

export const iso = (at: number): string =>
  Number.isFinite(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : 'never';

const instant = (text: string | undefined): number => Date.parse(text ?? '');

const intervals = (calendar: Calendar, vector: CalendarVector): (readonly [string, string])[] => {
  const from = instant(vector.from);
  if (vector.count === undefined) {
    return calendar.workingIntervals(from, instant(vector.to)).map(([a, b]) => [iso(a), iso(b)] as const);
  }
  const found: (readonly [string, string])[] = [];
  let at = from;
  while (found.length < vector.count) {
    if (vector.direction === 'before') {
      const closing =
        at === from && calendar.isWorking(at) ? at : calendar.prevClosing(at === from ? at + 1 : at);
      if (!Number.isFinite(closing)) break;
      const opening = calendar.prevOpening(closing);
      found.push([iso(opening), iso(closing)]);
      at = opening;
    } else {
      const opening = calendar.nextWorking(at);
      if (!Number.isFinite(opening)) break;
      const closing = calendar.nextClosing(opening);
      found.push([iso(opening), iso(closing)]);
      at = closing;
    }
  }
  return found;
};

const daysBetween = (calendar: Calendar, vector: CalendarVector): number => {
  const { unit, detail, inclusive } = vector.convention;
  const [from, to] = [instant(vector.from), instant(vector.to)];
  if (unit === 'day') {
    const days = calendar.workingMs(from, to) / calendar.nominalDayMs;
    return detail === true ? days : Math.trunc(days);
  }
  const first = calendar.localDate(from);
  const days = calendar.businessDaysBetween(first, calendar.localDate(to));
  return inclusive === true && calendar.isWorkingDay(first) ? days + 1 : days;
};

const startOfDate = (calendar: Calendar, date: string): number => {
  const midnight = calendar.instantAt(date, 0);
  return calendar.isWorkingDay(date) ? calendar.nextWorking(midnight) : midnight;
};

const addDays = (calendar: Calendar, vector: CalendarVector): string => {
  const from = vector.from === undefined ? startOfDate(calendar, vector.date ?? '') : instant(vector.from);
  const at = calendar.addBusinessDays(from, vector.days ?? 0);
  return vector.expectDate === undefined ? iso(at) : calendar.localDate(at);
};

/** Our answer to a vector, through the public calendar functions; undefined for an operation there is none of. */
export const answer = (vector: CalendarVector): Answer => {
  const calendar = compileCalendar(definitionOf(vector));
  const at = instant(vector.at);
  const from = instant(vector.from);
  const ms = (vector.durationSeconds ?? 0) * 1000;
  switch (vector.op) {
    case 'workingTimeBetween':
      return calendar.workingMs(from, instant(vector.to)) / 1000;
    case 'addWorkingTime':
      return iso(calendar.addWorking(from, ms));
    case 'subtractWorkingTime':
      return iso(calendar.subtractWorking(from, ms));
    case 'isWorking':
      return calendar.isWorking(at);
    case 'isWorkingDay':
      return calendar.isWorkingDay(vector.date ?? calendar.localDate(at));
    case 'nextWorking':
      return iso(calendar.nextWorking(at));
    case 'prevWorking':
      return iso(calendar.prevWorking(at));
    case 'nextOpen':
      return iso(calendar.nextOpening(at));
    case 'nextClose':
      return iso(calendar.nextClosing(at));
    case 'prevOpen':
      return iso(calendar.prevOpening(at));
    case 'prevClose':
      return iso(calendar.prevClosing(at));
    case 'workingIntervals':
      return intervals(calendar, vector);
    case 'addWorkingDays':
      return addDays(calendar, vector);
    case 'workingDaysBetween':
      return daysBetween(calendar, vector);
    default:
      return undefined;
  }
};
