/** Working hours and the days that differ from them. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { dateSchema, durationSchema, idSchema, nameSchema, timeSchema, weekdaySchema } from './base';
import { MOST_DATES } from './limits';

/** `23:59` and `23:59:59` are how people write the end of a day; taken literally they lose up to a minute a day. */
const endOfDay = (time: string): string => (/^23:59(:59)?$/.test(time) ? '24:00' : time);

const hoursSchema = v.pipe(
  v.tuple([timeSchema, timeSchema]),
  v.transform(([from, to]): readonly [string, string] => [from, endOfDay(to)]),
);
/** `[start, end]`; an end at or before the start runs past midnight and belongs to its start day. */
export type Hours = v.InferOutput<typeof hoursSchema>;
const hoursListSchema = v.pipe(v.array(hoursSchema), v.maxLength(48));

/** Days are told apart by their dates, so a name is for people only. */
const unnamed = v.optional(nameSchema, '');
const monthSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12));

const holidaySchema = v.variant('kind', [
  v.object({ kind: v.literal('date'), date: dateSchema, name: unnamed }),
  /** Every year on this month and day; 29 February only in leap years. */
  v.object({
    kind: v.literal('yearly'),
    month: monthSchema,
    day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
    name: unnamed,
  }),
  /** The nth weekday of a month; `nth: -1` is the last. */
  v.object({
    kind: v.literal('rule'),
    month: monthSchema,
    weekday: weekdaySchema,
    nth: v.pipe(v.number(), v.integer(), v.minValue(-5), v.maxValue(5)),
    name: unnamed,
  }),
]);
export type Holiday = ReadOnly<v.InferOutput<typeof holidaySchema>>;
const holidaysSchema = v.optional(v.pipe(v.array(holidaySchema), v.maxLength(MOST_DATES)), []);

/** Replaces a date's hours and wins over a holiday; no hours means closed. */
const exceptionSchema = v.object({
  date: dateSchema,
  hours: v.optional(hoursListSchema, []),
  name: unnamed,
});
export type CalendarException = ReadOnly<v.InferOutput<typeof exceptionSchema>>;

/** A country (ISO 3166), or a region of it. */
const holidaySourceSchema = v.object({ country: idSchema, region: v.optional(idSchema) });
export type HolidaySource = ReadOnly<v.InferOutput<typeof holidaySourceSchema>>;

export const holidaySetSchema = v.object({
  id: idSchema,
  name: nameSchema,
  holidays: holidaysSchema,
  /** Where its public holidays were taken from, so that the next year can be added. */
  source: v.optional(holidaySourceSchema),
});
export type HolidaySet = ReadOnly<v.InferOutput<typeof holidaySetSchema>>;

export const calendarSchema = v.object({
  id: idSchema,
  name: nameSchema,
  /** IANA zone. */
  zone: v.string(),
  /** The calendar it is based on: what it says nothing of is as there. */
  baseId: v.optional(idSchema),
  /** A weekday left out is as in the base, or closed without one. */
  week: v.object({
    mon: v.optional(hoursListSchema),
    tue: v.optional(hoursListSchema),
    wed: v.optional(hoursListSchema),
    thu: v.optional(hoursListSchema),
    fri: v.optional(hoursListSchema),
    sat: v.optional(hoursListSchema),
    sun: v.optional(hoursListSchema),
  }),
  holidays: holidaysSchema,
  holidaySetIds: v.optional(v.array(idSchema), []),
  exceptions: v.optional(v.pipe(v.array(exceptionSchema), v.maxLength(MOST_DATES)), []),
  /** Where its own public holidays were taken from. */
  holidaySource: v.optional(holidaySourceSchema),
  /** Length of `1 business day`; the average working day when left out. */
  nominalDayMs: v.optional(durationSchema),
});
export type CalendarDefinition = ReadOnly<v.InferOutput<typeof calendarSchema>>;
