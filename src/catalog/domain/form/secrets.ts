import { isEmptyAnswer } from './conditions';
import { DOTS, rulesOf } from '../field-types';
import type { Answers, FormField } from '../model';

/** The answers with dots in place of secrets: what is written anywhere but into the Jira field that a mapping names. */
export const masked = (form: readonly FormField[], answers: Answers): Answers => ({
  ...answers,
  ...Object.fromEntries(
    form
      .filter((field) => rulesOf(field).isSecret && !isEmptyAnswer(answers[field.id]))
      .map(({ id }) => [id, DOTS]),
  ),
});
