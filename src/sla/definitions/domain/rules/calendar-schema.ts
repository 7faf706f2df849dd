import * as v from 'valibot';
import { dayNumberOf } from '../../../engine/calendar/local-date';
import { MOST_DATES } from '../../../engine/model/limits';
import { code } from '../../../engine/model/code';

/** `23:59` and `23:59:59` are how people write the end of a day; taken literally they lose up to a minute a day. */
const endOfDay = (time: string): string => (/^23:59(:59)?$/.test(time) ? '24:00' : time);

export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
export const nameSchema = v.pipe(v.string(), v.maxLength(255));
export const instantSchema = v.pipe(v.number(), v.integer());

/** No time that is written down is longer than ten years: targets have the same limit. */
export const LONGEST_MS = 10 * 366 * 86_400_000;
export const durationSchema = v.pipe(v.number(), v.integer(), v.maxValue(LONGEST_MS, code('TIME_TOO_LONG')));

/** A day that exists: no 30 February. */
export const isDate = (text: string): boolean => !Number.isNaN(dayNumberOf(text));
export const dateSchema = v.pipe(v.string(), v.check(isDate, code('BAD_DATE')));

/** Up to the end of the day, which is 24:00 and nothing after it. */
export const TIME = /^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00(:00)?)$/;
export const timeSchema = v.pipe(v.string(), v.regex(TIME, code('BAD_TIME')));

const hoursSchema = v.pipe(
  v.tuple([timeSchema, timeSchema]),
  v.transform(([from, to]): readonly [string, string] => [from, endOfDay(to)]),
);
const hoursListSchema = v.pipe(v.array(hoursSchema), v.maxLength(48));

export const weekdaySchema = v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Days are told apart by their dates, so a name is for people only. */
const unnamed = v.optional(nameSchema, '');

export const holidaySchema = v.variant('kind', [
  v.object({ kind: v.literal('date'), date: dateSchema, name: unnamed }),
  v.object({
    kind: v.literal('yearly'),
    month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
    name: unnamed,
  }),
  v.object({
    kind: v.literal('rule'),
    month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    weekday: weekdaySchema,
    nth: v.pipe(v.number(), v.integer(), v.minValue(-5), v.maxValue(5)),
    name: unnamed,
  }),
]);

export const exceptionSchema = v.object({
  date: dateSchema,
  hours: v.optional(hoursListSchema, []),
  name: unnamed,
});

const holidaySourceSchema = v.object({ country: idSchema, region: v.optional(idSchema) });

export const holidaySetSchema = v.object({
  id: idSchema,
  name: nameSchema,
  holidays: v.optional(v.pipe(v.array(holidaySchema), v.maxLength(MOST_DATES)), []),
  source: v.optional(holidaySourceSchema),
});

export const calendarSchema = v.object({
  id: idSchema,
  name: nameSchema,
  zone: v.string(),
  baseId: v.optional(idSchema),
  week: v.object({
    mon: v.optional(hoursListSchema),
    tue: v.optional(hoursListSchema),
    wed: v.optional(hoursListSchema),
    thu: v.optional(hoursListSchema),
    fri: v.optional(hoursListSchema),
    sat: v.optional(hoursListSchema),
    sun: v.optional(hoursListSchema),
  }),
  holidays: v.optional(v.pipe(v.array(holidaySchema), v.maxLength(MOST_DATES)), []),
  holidaySetIds: v.optional(v.array(idSchema), []),
  exceptions: v.optional(v.pipe(v.array(exceptionSchema), v.maxLength(MOST_DATES)), []),
  holidaySource: v.optional(holidaySourceSchema),
  nominalDayMs: v.optional(durationSchema),
});
