import { error, type Finding, textParam } from '../../../kernel/finding';
import type { FormField } from '../model';
import { fillTemplate } from '../texts/template';
import { matchesPattern } from '../texts/pattern';
import { lengthOf, MAX_TEXT_LENGTH } from '../texts/text-length';
import { isWebAddress } from '../texts/web-address';
import { type FieldRules, TEXT_PARTS, unless } from './rules';

/** A type whose answers are texts; `form` is what they must look like beside. */
function text(
  maxLength: number,
  form: (field: FormField, answer: string) => Finding | null = () => null,
): FieldRules {
  return {
    settings: ['placeholder', 'minLength', 'maxLength', 'pattern'],
    operators: ['is', 'isNot', 'contains', 'filled', 'empty'],
    maxLength,
    check: (field, answer) => {
      if (typeof answer !== 'string') return error('wrongType', field.id);
      return textProblem(field, answer, field.maxLength ?? maxLength) ?? form(field, answer);
    },
  };
}

function textProblem(field: FormField, answer: string, max: number): Finding | null {
  const length = lengthOf(answer);
  if (length > max) return error('tooLong', field.id, { max });
  if (field.minLength !== undefined && length < field.minLength) {
    return error('tooShort', field.id, { min: field.minLength });
  }
  if (field.pattern && !matchesPattern(field.pattern.regex, answer, field.pattern.ignoreCase))
    return error('pattern', field.id, { message: textParam(field.pattern.message) });
  return null;
}

const isEmail = (answer: string): boolean => /^[^\s@<>()]{1,64}@[^\s@<>().]+(\.[^\s@<>().]+)+$/u.test(answer);

const isPhone = (answer: string): boolean =>
  /^\+?[\d\s()./-]{5,40}$/.test(answer) && answer.replace(/\D/g, '').length >= 3;

const isIpAddress = (answer: string): boolean =>
  /^(\d{1,3}\.){3}\d{1,3}$/.test(answer)
    ? answer.split('.').every((part) => Number(part) <= 255)
    : /^[\da-f:.]*:[\da-f:.]*$/i.test(answer) && URL.canParse(`http://[${answer}]/`);

const fromRequester = { defaults: ['requester'], parts: TEXT_PARTS } as const;

/** The key of a work item is a text like others. */
const fromIssue = { ...fromRequester, defaults: ['requester', 'found'] } as const;

const line: FieldRules = { ...text(255), ...fromIssue, isProse: true };
const multiline: FieldRules = { ...text(MAX_TEXT_LENGTH), ...fromRequester, isProse: true };
const email: FieldRules = {
  ...text(254, (field, answer) => unless(isEmail(answer), field, 'notAnEmail')),
  defaults: ['requester'],
  parts: ['email'],
};
const url = text(2_000, (field, answer) => unless(isWebAddress(answer), field, 'notAUrl'));

const phone = text(40, (field, answer) => unless(isPhone(answer), field, 'notAPhone'));
const ip = text(45, (field, answer) => unless(isIpAddress(answer), field, 'notAnIp'));

const hidden: FieldRules = { ...text(2_000), ...fromIssue, settings: [], isHidden: true };

/** A text that is put together of other answers. */
const composed: FieldRules = {
  ...text(MAX_TEXT_LENGTH),
  settings: ['formula'],
  compute: (formula, { words }) =>
    fillTemplate(formula, { requester: '', item: '', field: words }).slice(0, MAX_TEXT_LENGTH) || null,
};

/** What stands where a secret was answered. */
export const DOTS = '••••••••';

const secret: FieldRules = {
  ...text(255),
  operators: ['filled', 'empty'],
  isSecret: true,
  read: () => ({ en: DOTS }),
  inText: (plain) => plain,
};

export const TEXTS = { text: line, multiline, email, url, phone, ip, secret, hidden, composed };
