/** The shape of a form's answers, whatever the form. */
import * as v from 'valibot';
import type { Answer, Answers } from '../model';
import { lengthOf, MAX_TEXT_LENGTH } from '../texts/text-length';

type TextSchema = v.GenericSchema<unknown, string>;

export const answerOf = (text: TextSchema): v.GenericSchema<unknown, Answer> =>
  v.nullable(v.union([text, v.number(), v.boolean(), v.pipe(v.array(text), v.maxLength(200))]));

export const answersOf = (answer: v.GenericSchema<unknown, Answer>): v.GenericSchema<unknown, Answers> =>
  v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(64)), answer),
    v.check((answers) => Object.keys(answers).length <= 200),
  );

export const answerSchema = answerOf(
  v.pipe(
    v.string(),
    v.check((text) => lengthOf(text) <= MAX_TEXT_LENGTH),
  ),
);

/** Answers as storage keeps them; whether they fit a form is another question. */
export const answersSchema = answersOf(answerSchema);
