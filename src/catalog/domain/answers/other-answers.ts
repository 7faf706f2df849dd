/** Answers that have no place in a form any more: kept with as much of their question as it takes to read them. */
import * as v from 'valibot';
import { sameValues } from '../../../kernel/same-values';
import { answerSchema } from '../form/answers-schema';
import { isEmptyAnswer } from '../form/conditions';
import { isQuestion, rulesOf } from '../field-types';
import { formFieldSchema } from '../form/form-schema';
import type { Answer, Answers, FormField, OtherAnswer } from '../model';
import { plainTexts } from '../texts/plain-texts';

/** Of one draft, in characters of JSON: about as much as the answers beside them. */
const MOST_LENGTH = 30_000;
const MOST = 100;

/** As somebody's screen or storage has them. */
export const otherAnswersSchema: v.GenericSchema<unknown, readonly OtherAnswer[]> = v.pipe(
  v.array(v.object({ field: formFieldSchema, answer: answerSchema })),
  v.maxLength(MOST),
);

/** As far as a draft keeps them, the first ones first: secrets never, the rest while there is room. */
export function keptOthers(others: readonly OtherAnswer[]): readonly OtherAnswer[] {
  let length = 0;
  return readable(others)
    .slice(0, MOST)
    .filter((other) => {
      length += JSON.stringify(other).length;
      return length <= MOST_LENGTH;
    });
}

/** What was answered to a form, to be read where the form itself is not shown: nothing else of it is told. */
export const answered = (form: readonly FormField[], answers: Answers): readonly OtherAnswer[] =>
  readable(form.map((field) => ({ field, answer: answers[field.id] ?? null })));

/** Those that say something and are no secret, with as much of their question as it takes to read them. */
const readable = (others: readonly OtherAnswer[]): readonly OtherAnswer[] =>
  others
    .filter(({ field, answer }) => isQuestion(field) && !rulesOf(field).isSecret && !isEmptyAnswer(answer))
    .map(({ field, answer }) => ({ field: toRead(field, answer), answer }));

/** Two lists as one, the same answer to the same question once. */
export const withOthers = (
  before: readonly OtherAnswer[],
  more: readonly OtherAnswer[],
): readonly OtherAnswer[] => [
  ...before.filter((other) => !more.some((each) => isSame(each, other))),
  ...more,
];

const isSame = (a: OtherAnswer, b: OtherAnswer): boolean =>
  a.field.id === b.field.id && sameValues(a.answer, b.answer);

/** The question as far as its answer takes it to be read: of options only those that were chosen, and no prices. */
function toRead({ id, type, label, options, cells, currency, max }: FormField, answer: Answer): FormField {
  const chosen = plainTexts(answer);
  return {
    id,
    type,
    label,
    required: false,
    ...(options && {
      options: options
        .filter((option) => chosen.includes(option.id))
        .map((option) => ({ id: option.id, label: option.label })),
    }),
    ...(cells && { cells }),
    ...(currency !== undefined && { currency }),
    ...(type === 'rating' && max !== undefined && { max }),
  };
}
