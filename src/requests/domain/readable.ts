import type { Answer, Answers, FormField, Text } from '../../catalog/domain/model';
import { formState } from '../../catalog/domain/visibility';

/** Kinds of answers that every reader's screen writes in their own language, number format and zone. */
export type AnswerKind = 'number' | 'date' | 'dateTime';

/** An answer as people read it. `valueText` carries translations; of a `kind` the value is the plain one (ISO, digits). */
export interface ReadableAnswer {
  readonly label: Text;
  readonly value: string;
  readonly kind?: AnswerKind;
  readonly valueText?: Text;
}

const YES: Text = { en: 'Yes', ru: 'Да' };
const NO: Text = { en: 'No', ru: 'Нет' };

/** The answers in the order of the form, with labels of options and names of people. Unanswered fields are left out. */
export function readableAnswers(
  form: readonly FormField[],
  answers: Answers,
  names: ReadonlyMap<string, string>,
): readonly ReadableAnswer[] {
  const state = formState(form, answers);
  return form
    .filter((field) => field.type !== 'info' && state.get(field.id)?.visible)
    .flatMap((field) => {
      const answer = answers[field.id];
      if (answer === undefined || answer === null || answer === '') return [];
      const valueText = readable(field, answer, names);
      const kind = kindOf(field);
      return [
        {
          label: field.label,
          value: valueText.en,
          ...(kind && { kind }),
          ...(valueText.ru !== undefined && { valueText }),
        },
      ];
    });
}

/** One answer as plain English text, for fields that machines read; empty when there is none. Days and instants stay ISO text. */
export function readableAnswer(
  field: FormField,
  answer: Answer | undefined,
  names: ReadonlyMap<string, string>,
): string {
  return answer === undefined || answer === null ? '' : readable(field, answer, names).en;
}

/** One answer as English text for whoever reads the issue; empty when there is none. */
export const writtenAnswer = (
  field: FormField,
  answer: Answer | undefined,
  names: ReadonlyMap<string, string>,
): string => {
  const kind = kindOf(field);
  const value = readableAnswer(field, answer, names);
  return kind === undefined || value === '' ? value : writtenValue({ value, kind });
};

const kindOf = ({ type }: FormField): AnswerKind | undefined =>
  type === 'number' || type === 'date' || type === 'dateTime' ? type : undefined;

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*?(?:Z|([+-]\d\d):?(\d\d))$/;

/**
 * A plain value as text for whoever reads the issue: `Mon 14 Dec 2026`, `Tue 1 Dec 2026, 00:30 (UTC+01:00)`. The wall
 * clock is that of whoever answered, so its offset is always named. What is no such value stays as it is.
 */
export function writtenValue({ value, kind }: Pick<ReadableAnswer, 'value' | 'kind'>): string {
  if (kind === 'number')
    return new Intl.NumberFormat('en', { maximumFractionDigits: 15 }).format(Number(value));
  if (kind === 'date') return writtenDay(value);
  const found = kind === 'dateTime' ? INSTANT.exec(value) : null;
  if (!found) return value;
  const [, day = '', time = '', hours, minutes = ''] = found;
  return `${writtenDay(day)}, ${time} (UTC${hours === undefined ? '' : `${hours}:${minutes}`})`;
}

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

/** The accounts a form's answers name. */
export const accountsIn = (form: readonly FormField[], answers: Answers): readonly string[] =>
  form.flatMap((field) => {
    const answer = field.type === 'user' ? answers[field.id] : null;
    return typeof answer === 'string' ? [answer] : [];
  });

function readable(field: FormField, answer: NonNullable<Answer>, names: ReadonlyMap<string, string>): Text {
  if (typeof answer === 'boolean') return answer ? YES : NO;
  if (field.type === 'user') return { en: names.get(String(answer)) ?? String(answer) };
  if (field.type !== 'choice' && field.type !== 'multiChoice') return { en: String(answer) };
  const ids: readonly string[] = Array.isArray(answer) ? answer : [String(answer)];
  const labels = ids.map((id) => field.options?.find((option) => option.id === id)?.label ?? { en: id });
  const en = labels.map((label) => label.en).join(', ');
  return labels.some((label) => 'ru' in label)
    ? { en, ru: labels.map((label) => label.ru ?? label.en).join(', ') }
    : { en };
}
