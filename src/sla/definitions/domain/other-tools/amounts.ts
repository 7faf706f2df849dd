/** Targets and working hours as people write them. */
import type { CalendarDefinition, Hours, Target, Weekday } from '../../../engine/model';
import { WEEKDAYS } from '../../../engine/calendar/local-date';

const PART = /(\d+(?:[.,]\d+)?)\s*(m|min|mins|minutes?|h|hrs?|hours?|bd|d|days?)(?=\s|\d|$)/gy;
const HOUR = 3_600_000;

/** `90m`, `4h`, `1h 30m` are working time, `3d` business days (a day of 24 hours is `24h`), `none` no promise. Else undefined. */
export function readTarget(text: string): Target | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'none') return { kind: 'none' };
  let [ms, days, count, at]: [number, number, number, number] = [0, 0, 0, 0];
  while (at < wanted.length) {
    PART.lastIndex = at;
    const part = PART.exec(wanted);
    if (part === null) return undefined;
    const amount = Number((part[1] ?? '').replace(',', '.'));
    const unit = part[2]?.[0];
    if (unit === 'm') ms += amount * 60_000;
    else if (unit === 'h') ms += amount * HOUR;
    else days += amount;
    count += 1;
    at = PART.lastIndex;
    while (wanted[at] === ' ') at += 1;
  }
  if (count === 0 || (days > 0 && (ms > 0 || !Number.isInteger(days)))) return undefined;
  if (days > 0) return { kind: 'businessDays', days, endOfDay: false };
  return ms > 0 ? { kind: 'duration', ms: Math.round(ms) } : undefined;
}

const DAY_NAMES: Readonly<Record<string, Weekday>> = {
  пн: 'mon',
  вт: 'tue',
  ср: 'wed',
  чт: 'thu',
  пт: 'fri',
  сб: 'sat',
  вс: 'sun',
};

/** `mon`, `monday`, and `mo` where nothing follows. */
const dayOf = (name: string): Weekday | undefined =>
  WEEKDAYS.find((day) => name.slice(0, 3) === day || name === day.slice(0, 2)) ?? DAY_NAMES[name.slice(0, 2)];

function daysOf(text: string): readonly Weekday[] | undefined {
  const days = text.split(',').flatMap((range): readonly (Weekday | undefined)[] => {
    const [from, to = from] = range.split(/[-–]/).map((each) => dayOf(each.trim()));
    if (from === undefined || to === undefined) return [undefined];
    const [first, last] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to)];
    // A week may begin on Sunday, or be told over its end.
    return last < first
      ? [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, last + 1)]
      : WEEKDAYS.slice(first, last + 1);
  });
  return days.some((day) => day === undefined) ? undefined : (days as readonly Weekday[]);
}

/** `9`, `09:00`, `09.00`, `0900`, `9am`, `9:30 pm`. */
const timeOf = (text: string): string | undefined => {
  const found = /^(\d{1,2})(?:[:.]?(\d\d))?\s*([ap])?\.?(?:m\.?)?$/.exec(text.trim());
  if (found === null || (found[3] === undefined && /[apm]/.test(text))) return undefined;
  const hour = Number(found[1]);
  const half = found[3];
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const time = `${String(of24).padStart(2, '0')}:${found[2] ?? '00'}`;
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : undefined;
};

function intervalsOf(text: string): readonly Hours[] | undefined {
  const found = text.split(',').map((each): Hours | undefined => {
    const [from, to, ...more] = each.split(/[-–]/).map(timeOf);
    return from === undefined || to === undefined || more.length > 0 ? undefined : [from, to];
  });
  return found.some((each) => each === undefined) ? undefined : (found as readonly Hours[]);
}

/** `Mon-Fri 09:00-12:00,13:00-17:00; Sat 10-14` as a week; undefined when some part of it is something else. */
export function readHours(text: string): CalendarDefinition['week'] | undefined {
  const week: Partial<Record<Weekday, Hours[]>> = {};
  const parts = text.split(';').filter((part) => part.trim() !== '');
  for (const part of parts) {
    const [, dayText, hourText] = /^\s*([^\d]+?)\s+(\d.*)$/.exec(part.toLowerCase()) ?? [];
    const days = daysOf(dayText ?? '');
    const hours = intervalsOf(hourText ?? '');
    if (days === undefined || hours === undefined) return undefined;
    for (const day of days) week[day] = [...(week[day] ?? []), ...hours];
  }
  return parts.length === 0 ? undefined : week;
}
