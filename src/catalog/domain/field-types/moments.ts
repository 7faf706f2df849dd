import { dateParam, error } from '../../../kernel/finding';
import type { Answer, FormField } from '../model';
import { type AnswerRules, type FieldRules, unless } from './rules';

/** A calendar date, `YYYY-MM-DD`. */
const date: FieldRules = {
  settings: ['minWorkingDays'],
  defaults: ['today'],
  operators: ['filled', 'empty'],
  check: (field, answer, rules) => {
    if (!isDate(answer)) return error('notADate', field.id);
    const earliest = earliestFor(field, rules);
    if (earliest === undefined || answer >= earliest) return null;
    return error('tooEarly', field.id, { date: dateParam(earliest), days: field.minWorkingDays ?? 0 });
  },
  write: writtenDay,
};

/** The first day (`YYYY-MM-DD`) that a field takes; `undefined` where it takes any. */
export const earliestFor = (
  { minWorkingDays }: Pick<FormField, 'minWorkingDays'>,
  { today, earliestDate = (days) => plusDays(today, days) }: AnswerRules,
): string | undefined => (minWorkingDays === undefined ? undefined : earliestDate(minWorkingDays));

/** An instant, as ISO 8601 with the offset of whoever answered. */
const dateTime: FieldRules = {
  settings: [],
  operators: ['filled', 'empty'],
  check: (field, answer) => unless(isInstant(answer), field, 'notADate'),
  write: writtenInstant,
};

/** A time of day, `HH:MM`, on no particular day and in no zone. */
const time: FieldRules = {
  settings: [],
  operators: ['filled', 'empty'],
  check: (field, answer) =>
    unless(typeof answer === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(answer), field, 'notATime'),
};

function isDate(answer: Answer): answer is string {
  if (typeof answer !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(answer)) return false;
  const day = new Date(`${answer}T00:00:00Z`);
  const year = day.getUTCFullYear();
  // Other years are slips of the hand.
  if (year < 1900 || year > 2199) return false;
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(answer);
}

const isInstant = (answer: Answer): boolean =>
  typeof answer === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(answer) &&
  isDate(answer.slice(0, 10)) &&
  !Number.isNaN(millisecondsOf(answer));

/** Of a date, or of an instant, whose offset may lack its colon; NaN for what is neither. */
export const millisecondsOf = (text: string): number =>
  Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));

export function plusDays(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** `Mon 14 Dec 2026`; what is no day stays as it is. */
function writtenDay(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(noon)
    .replace(',', '');
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*?(?:Z|([+-]\d\d):?(\d\d))$/;

/** `Tue 1 Dec 2026, 00:30 (UTC+01:00)`: the wall clock is that of whoever answered, so its offset is always named. */
function writtenInstant(instant: string): string {
  const found = INSTANT.exec(instant);
  if (!found) return instant;
  const [, day = '', time = '', hours, minutes = ''] = found;
  return `${writtenDay(day)}, ${time} (UTC${hours === undefined ? '' : `${hours}:${minutes}`})`;
}

export const MOMENTS = { date, dateTime, time };
