/** The shape of a form's answers, whatever the form. */
import * as v from 'valibot';
import type { Answer, Answers } from './model';
import { lengthOf, MAX_TEXT_LENGTH } from './texts/text-length';

type TextSchema = v.GenericSchema<unknown, string>;

const answerOf = (text: TextSchema): v.GenericSchema<unknown, Answer> =>
  v.nullable(v.union([text, v.number(), v.boolean(), v.pipe(v.array(text), v.maxLength(200))]));

const answersOf = (answer: v.GenericSchema<unknown, Answer>): v.GenericSchema<unknown, Answers> =>
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

/** Answers as a screen sends them: one that is too long is the form's to tell, so that it is told at its field. */
export const givenAnswersSchema = answersOf(answerOf(v.pipe(v.string(), v.maxLength(200_000))));
