import { TZDate } from '@date-fns/tz';

/** A place's ordinary week; holidays are left to the app's calendars. */
export interface Place {
  readonly zone: string;
  readonly opens: number;
  readonly closes: number;
}

export const BERLIN: Place = { zone: 'Europe/Berlin', opens: 9, closes: 17 };
export const MOSCOW: Place = { zone: 'Europe/Moscow', opens: 10, closes: 19 };

const HOUR = 3_600_000;

const wall = (instant: number, place: Place): TZDate => new TZDate(instant, place.zone);
const at = (day: TZDate, offset: number, hour: number, place: Place): number =>
  new TZDate(day.getFullYear(), day.getMonth(), day.getDate() + offset, hour, 0, 0, place.zone).getTime();
const isWorkday = (instant: number, place: Place): boolean => ![0, 6].includes(wall(instant, place).getDay());

/** The working span of the instant's day, `null` at week-ends. */
function span(instant: number, place: Place): readonly [number, number] | null {
  const day = wall(instant, place);
  return isWorkday(instant, place) ? [at(day, 0, place.opens, place), at(day, 0, place.closes, place)] : null;
}

/** The instant so many working hours after `from`. */
export function after(from: number, hours: number, place: Place): number {
  let cursor = from;
  let left = hours * HOUR;
  for (let guard = 0; guard < 400; guard += 1) {
    const today = span(cursor, place);
    if (today && cursor < today[1]) {
      const start = Math.max(cursor, today[0]);
      if (start + left <= today[1]) return Math.round(start + left);
      left -= today[1] - start;
    }
    cursor = at(wall(cursor, place), 1, place.opens, place);
  }
  return cursor;
}

/** The instant so many working hours before `until`. */
export function before(until: number, hours: number, place: Place): number {
  let cursor = until;
  let left = hours * HOUR;
  for (let guard = 0; guard < 400; guard += 1) {
    const today = span(cursor, place);
    if (today && cursor > today[0]) {
      const end = Math.min(cursor, today[1]);
      if (end - left >= today[0]) return Math.round(end - left);
      left -= end - today[0];
    }
    cursor = at(wall(cursor, place), -1, place.closes, place);
  }
  return cursor;
}

/** `YYYY-MM-DD` in the place, so many days from the instant. */
export function localDate(instant: number, days: number, place: Place): string {
  const day = wall(instant, place);
  const moved = new TZDate(day.getFullYear(), day.getMonth(), day.getDate() + days, 12, 0, 0, place.zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${moved.getFullYear()}-${two(moved.getMonth() + 1)}-${two(moved.getDate())}`;
}
