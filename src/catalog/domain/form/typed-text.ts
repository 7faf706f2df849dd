import { rulesOf } from '../field-types';
import type { Answers, FormField } from '../model';

/** All that was written in a form's questions for texts, as one text. */
export const typedText = (form: readonly FormField[], answers: Answers): string =>
  form
    .filter((field) => rulesOf(field).isProse)
    .map((field) => answers[field.id])
    .filter((answer) => typeof answer === 'string')
    .join(' ')
    .trim();
