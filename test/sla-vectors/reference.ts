import { type CalendarDefinition, type Hours, WEEKDAYS } from '../../src/sla/engine';

/**
 * A second, slow and simple reading of the calendar rules, by stepping through the minutes around each bound with Intl.
 * It shares no code with the engine and arbitrates where a vector's tool follows another convention.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

const wallClock = (zone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => format.format(at).replace(',', '');
};

const dateOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** The first (or last) minute that shows a wall time; where none does, the first minute that shows a later one. */
const minuteShowing = (wall: (at: number) => string, date: string, time: string, last: boolean): number => {
  const wanted = `${date} ${time}`;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const middle = 2 * asUtc - Date.parse(`${wall(asUtc).replace(' ', 'T')}:00Z`);
  const minutes = Array.from({ length: 6 * 60 }, (_, i) => middle - 3 * 60 * MINUTE + i * MINUTE);
  const exact = minutes.filter((at) => wall(at) === wanted);
  const found = last ? exact.at(-1) : exact[0];
  return found ?? minutes.find((at) => wall(at) > wanted) ?? NaN;
};

const hoursOf = (definition: CalendarDefinition, date: string): readonly Hours[] => {
  const exception = definition.exceptions.find((each) => each.date === date);
  if (exception) return exception.hours;
  const closed = definition.holidays.some((holiday) =>
    holiday.kind === 'date'
      ? holiday.date === date
      : holiday.kind === 'yearly' &&
        Number(date.slice(5, 7)) === holiday.month &&
        Number(date.slice(8)) === holiday.day,
  );
  const weekday = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
  return closed ? [] : (definition.week[weekday] ?? []);
};

/** The working intervals that touch `[from, to)`, uncut and merged, in order. */
export const referenceIntervals = (
  definition: CalendarDefinition,
  from: number,
  to: number,
): [number, number][] => {
  const wall = wallClock(definition.zone);
  const found: [number, number][] = [];
  for (let day = Math.floor(from / DAY) * DAY - 2 * DAY; day <= to + 2 * DAY; day += DAY) {
    for (const [start, end] of hoursOf(definition, dateOf(day))) {
      const overnight = end <= start || end === '24:00';
      const endTime = end === '24:00' ? '00:00' : end;
      const opening = minuteShowing(wall, dateOf(day), start, false);
      const closing = minuteShowing(wall, dateOf(overnight ? day + DAY : day), endTime, true);
      if (closing > opening) found.push([opening, closing]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [opening, closing] of found) {
    const last = merged.at(-1);
    if (last && opening <= last[1]) last[1] = Math.max(last[1], closing);
    else merged.push([opening, closing]);
  }
  return merged.filter(([opening, closing]) => closing > from && opening < to);
};

export const referenceMs = (definition: CalendarDefinition, from: number, to: number): number =>
  referenceIntervals(definition, from, to).reduce(
    (sum, [opening, closing]) => sum + Math.max(0, Math.min(closing, to) - Math.max(opening, from)),
    0,
  );
