import { isEmptyAnswer } from '../form/conditions';
import { isText, rulesOf } from '../field-types';
import type { Answer, Answers, FormField, OtherAnswer } from '../model';

export interface CarriedOver {
  readonly answers: Answers;
  readonly others: readonly OtherAnswer[];
}

/** Answers to a former form as a start for the one that took its place: what still fits its question, and the rest. */
export function carryOver(
  former: readonly FormField[],
  form: readonly FormField[],
  answers: Answers,
): CarriedOver {
  const asked = new Map(form.map((field) => [field.id, field]));
  const carried = former.map((field) => {
    const answer = answers[field.id] ?? null;
    return { field, answer, kept: fitting(asked.get(field.id), field, answer) };
  });
  return {
    answers: Object.fromEntries(
      carried.filter(({ kept }) => !isEmptyAnswer(kept)).map(({ field, kept }) => [field.id, kept]),
    ),
    others: carried
      .map(({ field, answer, kept }) => ({ field, answer: without(answer, kept) }))
      .filter(({ answer }) => !isEmptyAnswer(answer)),
  };
}

/** What of an answer was not kept: of several options those that are not offered any more. */
function without(answer: Answer, kept: Answer): Answer {
  if (isEmptyAnswer(kept)) return answer;
  if (!Array.isArray(answer) || !Array.isArray(kept)) return null;
  return (answer as readonly string[]).filter((id) => !(kept as readonly string[]).includes(id));
}

/** The answer as far as the new question can take it, `null` when it can't. That it is wrong is told at the question. */
function fitting(field: FormField | undefined, former: FormField, answer: Answer): Answer {
  if (field === undefined) return null;
  if (field.type !== former.type && !(isText(field) && isText(former))) return null;
  const { fit } = rulesOf(field);
  return fit ? fit(answer, field) : answer;
}
