import * as v from 'valibot';
import { answerOf, answersOf } from './answers-schema';

/** Answers as a screen sends them: one that is too long is the form's to tell, so that it is told at its field. */
export const givenAnswersSchema = answersOf(answerOf(v.pipe(v.string(), v.maxLength(200_000))));
