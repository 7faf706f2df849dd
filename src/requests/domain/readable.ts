import type { Answer, Answers, FormField, Text } from '../../catalog/domain/model';
import { formState } from '../../catalog/domain/visibility';

/** An answer as people read it. `text` is English (or language-neutral); `valueText` carries translations. */
export interface ReadableAnswer {
  readonly label: Text;
  readonly value: string;
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
      return [{ label: field.label, value: valueText.en, ...(valueText.ru !== undefined && { valueText }) }];
    });
}

/** One answer as English text, for templates and tables; empty when there is none. */
export function readableAnswer(
  field: FormField,
  answer: Answer | undefined,
  names: ReadonlyMap<string, string>,
): string {
  return answer === undefined || answer === null ? '' : readable(field, answer, names).en;
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
