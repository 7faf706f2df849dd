import { error } from '../../../kernel/finding';
import type { FieldRules } from './rules';

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

export const MEASURES = { number };
