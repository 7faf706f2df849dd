import { compactDuration } from '../../../kernel/duration';
import { error } from '../../../kernel/finding';
import { sayer } from '../../../kernel/words';
import { DURATIONS } from '../../../kernel/words/durations';
import { type FieldRules, unless } from './rules';

/** A type whose answers are numbers, held between the field's `min` and `max`. */
const number: FieldRules = {
  settings: ['min', 'max'],
  operators: ['is', 'isNot', 'gt', 'lt', 'filled', 'empty'],
  check: (field, answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return error('notANumber', field.id);
    if (field.min !== undefined && answer < field.min) return error('tooSmall', field.id, { min: field.min });
    if (field.max !== undefined && answer > field.max) return error('tooLarge', field.id, { max: field.max });
    return null;
  },
  write: (plain) => new Intl.NumberFormat('en', { maximumFractionDigits: 15 }).format(Number(plain)),
};

const hoursAndMinutes = (plain: string): string =>
  compactDuration(Number(plain) * 60_000, sayer(DURATIONS, 'en'), Infinity);

/** A length of time in whole minutes, never in days: nobody knows whether these have eight hours. */
const duration: FieldRules = {
  ...number,
  check: (field, answer, rules) =>
    number.check(field, answer, rules) ??
    unless(Number.isSafeInteger(answer) && Number(answer) >= 0, field, 'wrongType'),
  write: hoursAndMinutes,
  inText: hoursAndMinutes,
};

export const MEASURES = { number, duration };
