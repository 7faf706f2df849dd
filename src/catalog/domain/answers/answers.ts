import { error, type Finding, textParam } from '../../../kernel/finding';
import { isEmptyAnswer } from '../form/conditions';
import { factsIn } from '../form/facts';
import { type AnswerRules, isQuestion, problemOfAnswer } from '../field-types';
import type { Answer, Answers, FormField, Text } from '../model';
import { blockedBy, type FieldState, formState, ledBy, refusedBy } from '../form/visibility';

export interface CheckedAnswers {
  /** What the form asks, for these answers. */
  readonly fields: ReadonlyMap<string, FieldState>;
  /** Only fields that are shown and filled, with texts trimmed, and the facts that went with them: what may be submitted. */
  readonly answers: Answers;
  readonly problems: readonly Finding[];
  /** Why a rule does not let the form be sent, which is also a problem of no field; `null` when none forbids it. */
  readonly blocked: Text | null;
  /** What people are led to in the place of sending, which is a problem likewise; `null` when nothing is. */
  readonly lead: ReturnType<typeof ledBy>;
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
  const fields = formState(form, answers, rules.rules);
  const asked = [...fields.values()]
    .filter(({ field }) => isQuestion(field))
    .map((each) => {
      const answer = tidy(each.answer);
      const isEmpty = isEmptyAnswer(answer);
      const problem = isEmpty ? null : problemOfAnswer(each.field, answer, rules);
      return { ...each, answer, isEmpty, problem };
    });
  // What is hidden and kept is nobody's to mend: it goes along as far as its field takes it.
  const sent = asked.filter(({ isEmpty, visible, problem }) => !isEmpty && (visible || problem === null));
  const kept = Object.fromEntries(sent.map(({ field, answer }) => [field.id, answer]));
  const refused = refusedBy(fields, answers, rules.rules);
  const problems = asked
    .filter(({ visible }) => visible)
    .flatMap(({ field, required, isEmpty, problem }) => {
      if (isEmpty) return required ? [error('required', field.id)] : [];
      const message = refused.get(field.id);
      return problem ?? (message ? error('refused', field.id, { message: textParam(message) }) : []);
    });
  const blocked = blockedBy(fields, answers, rules.rules);
  const lead = ledBy(fields, answers, rules.rules);
  return {
    fields,
    answers: { ...kept, ...factsIn(answers) },
    problems: [
      ...problems,
      ...tooMuch(kept),
      ...(blocked ? [error('blocked', '', { message: textParam(blocked) })] : []),
      ...(lead ? [error('leadsElsewhere', '')] : []),
    ],
    blocked,
    lead,
  };
}

function tooMuch(answers: Answers): readonly Finding[] {
  if (JSON.stringify(answers).length <= MAX_ANSWERS_LENGTH) return [];
  const longest = Object.entries(answers).reduce((a, b) => (length(b[1]) > length(a[1]) ? b : a), ['', '']);
  return [error('formTooLong', longest[0])];
}

const length = (answer: Answer): number => JSON.stringify(answer).length;

const tidy = (answer: Answer | undefined): Answer =>
  typeof answer === 'string' ? answer.trim() : (answer ?? null);
