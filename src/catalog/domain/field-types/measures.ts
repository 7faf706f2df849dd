import { compactDuration } from '../../../kernel/duration';
import { error } from '../../../kernel/finding';
import { sayer } from '../../../kernel/words';
import { DURATIONS } from '../../../kernel/words/durations';
import { calculated } from './formula';
import { type FieldRules, unless } from './rules';

/** Of amounts whose field does not say. */
export const DEFAULT_CURRENCY = 'EUR';

/** A type whose answers are numbers, held between the field's `min` and `max`. */
const number: FieldRules = {
  settings: ['placeholder', 'min', 'max', 'step'],
  operators: ['is', 'isNot', 'gt', 'lt', 'filled', 'empty'],
  check: (field, answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return error('notANumber', field.id);
    if (field.min !== undefined && answer < field.min) return error('tooSmall', field.id, { min: field.min });
    if (field.max !== undefined && answer > field.max) return error('tooLarge', field.id, { max: field.max });
    if (field.step !== undefined && !isStep(answer, field.step, field.min))
      return error('notAStep', field.id, { step: field.step });
    return null;
  },
  write: (plain) => new Intl.NumberFormat('en', { maximumFractionDigits: 15 }).format(Number(plain)),
};

/** As many decimals as a step has are exact enough: 0.3 is three steps of 0.1. */
function isStep(answer: number, step: number, from = 0): boolean {
  const steps = (answer - from) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}

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

const { write: _asNumber, ...plainly } = number;
/** An amount of money, of which every reader sees the currency. */
const currency: FieldRules = {
  ...plainly,
  settings: [...number.settings, 'currency'],
  read: (answer, { currency: code = DEFAULT_CURRENCY }) => {
    const written = (locale: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: code }).format(Number(answer));
    return { en: written('en'), ru: written('ru') };
  },
};

/** A number that follows from other answers. */
const computed: FieldRules = {
  ...number,
  settings: ['formula'],
  check: (field, answer) => unless(typeof answer === 'number', field, 'wrongType'),
  compute: (formula, { answer }) => calculated(formula, answer),
};

export const MEASURES = { number, duration, currency, computed };
