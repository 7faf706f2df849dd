import { error, type Finding } from '../../kernel/finding';
import { isEmptyAnswer } from './conditions';
import { type AnswerRules, isQuestion, problemOfAnswer } from './field-types';
import type { Answer, Answers, FormField } from './model';
import { formState } from './visibility';

export interface CheckedAnswers {
  /** Only fields that are shown and filled, with texts trimmed: what may be submitted. */
  readonly answers: Answers;
  readonly problems: readonly Finding[];
}

/** Answers travel in an issue property of at most 32,768 characters, beside a few ids. */
export const MAX_ANSWERS_LENGTH = 30_000;

/**
 * Checks a filled form: the browser calls it while typing, the backend before it believes a word. Fields the form
 * does not have and fields that are hidden are left out without a problem.
 */
export function checkAnswers(
  form: readonly FormField[],
  answers: Answers,
  rules: AnswerRules,
): CheckedAnswers {
  const state = formState(form, answers);
  const shown = form.filter((field) => isQuestion(field) && state.get(field.id)?.visible);
  const kept = Object.fromEntries(
    shown
      .map((field) => [field.id, tidy(answers[field.id])] as const)
      .filter(([, answer]) => !isEmptyAnswer(answer)),
  );
  const problems = shown.flatMap((field) => {
    const answer = kept[field.id];
    if (answer !== undefined) return problemOfAnswer(field, answer, rules) ?? [];
    if (!state.get(field.id)?.required) return [];
    return [error('required', field.id)];
  });
  return { answers: kept, problems: [...problems, ...tooMuch(kept)] };
}

function tooMuch(answers: Answers): readonly Finding[] {
  if (JSON.stringify(answers).length <= MAX_ANSWERS_LENGTH) return [];
  const longest = Object.entries(answers).reduce((a, b) => (length(b[1]) > length(a[1]) ? b : a), ['', '']);
  return [error('formTooLong', longest[0])];
}

const length = (answer: Answer): number => JSON.stringify(answer).length;

const tidy = (answer: Answer | undefined): Answer =>
  typeof answer === 'string' ? answer.trim() : (answer ?? null);
