import { isQuestion, KINDS, rulesOf } from '../../catalog/domain/field-types';
import type {
  Answer,
  AnswerKind,
  Answers,
  FieldType,
  FormField,
  ItemContent,
  Text,
} from '../../catalog/domain/model';
import { plainTexts } from '../../catalog/domain/texts/plain-texts';
import { type FieldState, formState } from '../../catalog/domain/form/visibility';

/** An answer as people read it. `valueText` carries translations; of a `kind` the value is the plain one (ISO, digits). */
export interface ReadableAnswer {
  readonly label: Text;
  readonly value: string;
  readonly kind?: AnswerKind;
  readonly valueText?: Text;
}

/** The answers in the order of the form, with labels of options and names of people. Unanswered fields are left out. */
export function readableAnswers(
  content: Pick<ItemContent, 'form' | 'rules'>,
  answers: Answers,
  names: ReadonlyMap<string, string>,
): readonly ReadableAnswer[] {
  return askedFields(content, answers).flatMap(
    ({ field, answer }) => readableRow(field, answer, names) ?? [],
  );
}

/** The questions of a form as they are asked for these answers, in its order, each with its answer. */
export const askedFields = (
  { form, rules }: Pick<ItemContent, 'form' | 'rules'>,
  answers: Answers,
): readonly FieldState[] =>
  [...formState(form, answers, rules).values()].filter(({ field }) => isQuestion(field));

/** One answer with its question; `null` where there is none. */
export function readableRow(
  field: FormField,
  answer: Answer,
  names: ReadonlyMap<string, string>,
): ReadableAnswer | null {
  if (answer === null || answer === '') return null;
  const valueText = readable(field, answer, names);
  return {
    label: field.label,
    value: valueText.en,
    ...(isKind(field.type) && { kind: field.type }),
    ...(Object.keys(valueText).length > 1 && { valueText }),
  };
}

/** One plain value of an answer as a Jira field that people read is given it: an option by its name, a person by theirs. */
export function inWords(field: FormField, plain: string, names: ReadonlyMap<string, string>): string {
  const { inText, read } = rulesOf(field);
  return (
    inText?.(plain) ?? read?.(field.type === 'yesNo' ? plain === 'true' : plain, field, names).en ?? plain
  );
}

/** A value as text for whoever reads the issue. The wall clock of an instant is that of whoever answered. */
export const writtenValue = ({ value, kind }: Pick<ReadableAnswer, 'value' | 'kind'>): string =>
  kind === undefined ? value : (rulesOf({ type: kind }).write?.(value) ?? value);

/** The accounts a form's answers name. */
export const accountsIn = (form: readonly FormField[], answers: Answers): readonly string[] =>
  form.flatMap((field) => (rulesOf(field).people ? plainTexts(answers[field.id]) : []));

const isKind = (type: FieldType): type is AnswerKind => type in KINDS;

const readable = (field: FormField, answer: NonNullable<Answer>, names: ReadonlyMap<string, string>): Text =>
  rulesOf(field).read?.(answer, field, names) ?? { en: String(answer) };
