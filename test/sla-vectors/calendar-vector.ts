import * as v from 'valibot';
import type {
  CalendarDefinition,
  CalendarException,
  Holiday,
  Hours,
  LocalDate,
  Weekday,
} from '../../src/sla/engine';

const hours = v.array(v.tuple([v.string(), v.string()]));
const dated = v.record(v.string(), hours);

/** One question to a calendar and the answer a public suite asserts; the format is described beside the vectors. */
export const calendarVectorSchema = v.strictObject({
  id: v.string(),
  timezone: v.string(),
  week: v.record(v.string(), hours),
  holidays: v.optional(v.array(v.string()), []),
  breaks: v.optional(dated, {}),
  overrides: v.optional(dated, {}),
  op: v.string(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  at: v.optional(v.string()),
  date: v.optional(v.string()),
  days: v.optional(v.number()),
  durationSeconds: v.optional(v.number()),
  direction: v.optional(v.string()),
  count: v.optional(v.number()),
  truncatedTo: v.optional(v.number()),
  expectSeconds: v.optional(v.number()),
  expectInstant: v.optional(v.string()),
  expectDate: v.optional(v.string()),
  expectBool: v.optional(v.boolean()),
  expectDays: v.optional(v.number()),
  expectIntervals: v.optional(v.array(v.tuple([v.string(), v.string()]))),
  convention: v.optional(v.record(v.string(), v.unknown()), {}),
  deviation: v.optional(v.string()),
  toolVariants: v.optional(v.record(v.string(), v.unknown())),
  /** For people. */
  note: v.optional(v.string()),
  oracle: v.optional(
    v.strictObject({
      agree: v.boolean(),
      matched: v.array(v.string()),
      variants: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
  ),
});
export type CalendarVector = v.InferOutput<typeof calendarVectorSchema>;

const minutes = (time: string): number => {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `22:00–26:00` is our `22:00–02:00`. */
const ourHours = ([from, to]: readonly [string, string]): Hours => [
  from,
  minutes(to) > 1440 ? clock(minutes(to) - 1440) : to,
];

const WEEKDAY_NAMES: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const without = (
  intervals: readonly (readonly [string, string])[],
  breaks: readonly (readonly [string, string])[],
): Hours[] => {
  let left = intervals.map(([from, to]): [number, number] => [minutes(from), minutes(to)]);
  for (const [from, to] of breaks) {
    const [start, end] = [minutes(from), minutes(to)];
    left = left.flatMap(([a, b]): [number, number][] => {
      const parts: [number, number][] = [
        [a, Math.min(b, start)],
        [Math.max(a, end), b],
      ];
      return parts.filter(([x, y]) => y > x);
    });
  }
  return left.map(([a, b]) => [clock(a), b > 1440 ? clock(b - 1440) : clock(b)]);
};

const exceptionsOf = (vector: CalendarVector): CalendarException[] => {
  const dates = new Set<LocalDate>([...Object.keys(vector.overrides), ...Object.keys(vector.breaks)]);
  return [...dates].flatMap((date) => {
    const day = WEEKDAY_NAMES[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'mon';
    const closed = vector.holidays.includes(date) || vector.holidays.includes(`*-${date.slice(5)}`);
    const own = vector.overrides[date] ?? (closed ? [] : (vector.week[day] ?? []));
    return [{ date, hours: without(own, vector.breaks[date] ?? []), name: 'exception' }];
  });
};

export const holidayOf = (text: string): Holiday =>
  text.startsWith('*-')
    ? { kind: 'yearly', month: Number(text.slice(2, 4)), day: Number(text.slice(5, 7)), name: text }
    : { kind: 'date', date: text, name: text };

/** Hours that reach past the end of the next day, which ours can't, go on in that day's own hours. */
const withoutLongTails = (week: CalendarVector['week']): CalendarVector['week'] => {
  const split: Record<string, [string, string][]> = {};
  const add = (day: string, hours: [string, string]): void => void (split[day] ??= []).push(hours);
  for (const [day, list] of Object.entries(week)) {
    for (const [from, to] of list) {
      const next = WEEKDAY_NAMES[(WEEKDAY_NAMES.findIndex((each) => each === day) + 1) % 7] ?? 'mon';
      if (minutes(to) <= 1440 || minutes(to) - 1440 < minutes(from)) add(day, [from, to]);
      else {
        add(day, [from, '24:00']);
        add(next, ['00:00', clock(minutes(to) - 1440)]);
      }
    }
  }
  return split;
};

export const weekOf = (week: CalendarVector['week']): CalendarDefinition['week'] =>
  Object.fromEntries(Object.entries(withoutLongTails(week)).map(([day, list]) => [day, list.map(ourHours)]));

/** The vector's calendar in our words: breaks and overrides become exceptions. */
export const definitionOf = (vector: CalendarVector): CalendarDefinition => ({
  id: vector.id,
  name: vector.id,
  zone: vector.timezone,
  week: weekOf(vector.week),
  holidays: vector.holidays.map(holidayOf),
  holidaySetIds: [],
  exceptions: exceptionsOf(vector),
});
