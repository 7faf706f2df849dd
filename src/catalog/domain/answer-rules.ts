import { dateParam, error, type Finding, textParam } from '../../kernel/finding';
import type { Answer, FieldType, FormField } from './model';
import { matchesPattern } from './pattern';
import { lengthOf, MAX_TEXT_LENGTH } from './text-length';

/** What checking needs to know beyond the form. */
export interface AnswerRules {
  /** Today where the requester is, `YYYY-MM-DD`. */
  readonly today: string;
  /** Today plus so many working days of the item's calendar, `YYYY-MM-DD`; calendar days when left out. */
  readonly earliestDate?: (workingDays: number) => string;
}

/** For checks that are not about when: every date is late enough. */
export const ANY_DATE: AnswerRules = { today: '', earliestDate: () => '' };

const DEFAULT_MAX_LENGTH: Partial<Record<FieldType, number>> = {
  text: 255,
  multiline: MAX_TEXT_LENGTH,
  email: 254,
  url: 2_000,
};

/** The most characters a field takes; of no meaning for fields that hold no text. */
export const maxLengthOf = (field: FormField): number =>
  field.maxLength ?? DEFAULT_MAX_LENGTH[field.type] ?? 255;

/** What is wrong with a given (non-empty) answer to a field, or `null`. */
export function problemOfAnswer(field: FormField, answer: Answer, rules: AnswerRules): Finding | null {
  switch (field.type) {
    case 'text':
    case 'multiline':
      return textProblem(field, answer);
    case 'email':
      return textProblem(field, answer) ?? unless(isEmail(answer), field, 'notAnEmail');
    case 'url':
      return textProblem(field, answer) ?? unless(isWebAddress(answer), field, 'notAUrl');
    case 'number':
      return numberProblem(field, answer);
    case 'yesNo':
      return unless(typeof answer === 'boolean', field, 'wrongType');
    case 'choice':
      return unless(isOption(field, answer), field, 'notAnOption');
    case 'multiChoice':
      return unless(areOptions(field, answer), field, 'notAnOption');
    case 'date':
      return dateProblem(field, answer, rules);
    case 'dateTime':
      return unless(isInstant(answer), field, 'notADate');
    case 'user':
      return unless(isAccountId(answer), field, 'notAnAccount');
    case 'info':
      return null;
  }
}

function textProblem(field: FormField, answer: Answer): Finding | null {
  if (typeof answer !== 'string') return error('wrongType', field.id);
  const max = maxLengthOf(field);
  const length = lengthOf(answer);
  if (length > max) return error('tooLong', field.id, { max });
  if (field.minLength !== undefined && length < field.minLength) {
    return error('tooShort', field.id, { min: field.minLength });
  }
  if (field.pattern && !matchesPattern(field.pattern.regex, answer))
    return error('pattern', field.id, { message: textParam(field.pattern.message) });
  return null;
}

function numberProblem(field: FormField, answer: Answer): Finding | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return error('notANumber', field.id);
  if (field.min !== undefined && answer < field.min) {
    return error('tooSmall', field.id, { min: field.min });
  }
  if (field.max !== undefined && answer > field.max) {
    return error('tooLarge', field.id, { max: field.max });
  }
  return null;
}

function dateProblem(field: FormField, answer: Answer, rules: AnswerRules): Finding | null {
  if (!isDate(answer)) return error('notADate', field.id);
  if (field.minWorkingDays === undefined) return null;
  const earliest = (rules.earliestDate ?? ((days) => plusDays(rules.today, days)))(field.minWorkingDays);
  if (answer >= earliest) return null;
  return error('tooEarly', field.id, { date: dateParam(earliest), days: field.minWorkingDays });
}

const isOption = (field: FormField, answer: Answer): boolean =>
  typeof answer === 'string' && (field.options ?? []).some((option) => option.id === answer);

const areOptions = (field: FormField, answer: Answer): boolean =>
  Array.isArray(answer) &&
  new Set(answer).size === answer.length &&
  answer.every((id: string) => isOption(field, id));

const isEmail = (answer: Answer): boolean =>
  typeof answer === 'string' && /^[^\s@<>()]{1,64}@[^\s@<>().]+(\.[^\s@<>().]+)+$/u.test(answer);

function isWebAddress(answer: Answer): boolean {
  if (typeof answer !== 'string' || !URL.canParse(answer)) return false;
  return ['https:', 'http:'].includes(new URL(answer).protocol);
}

function isDate(answer: Answer): answer is string {
  if (typeof answer !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(answer)) return false;
  const date = new Date(`${answer}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(answer);
}

const isInstant = (answer: Answer): boolean =>
  typeof answer === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(answer) &&
  isDate(answer.slice(0, 10)) &&
  !Number.isNaN(Date.parse(answer.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));

/** Account ids are opaque; Jira says later whether there is such a person. */
const isAccountId = (answer: Answer): boolean =>
  typeof answer === 'string' && /^[\w:.-]{1,128}$/.test(answer);

function plusDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

const unless = (fine: boolean, field: FormField, code: string): Finding | null =>
  fine ? null : error(code, field.id);
