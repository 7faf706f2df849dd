import { MAX_ANSWERS_LENGTH } from './answers';
import { isQuestion, rulesOf } from '../field-types';
import { LATER, readFileText } from '../files/file-ref';
import type { Answer, Answers, FormField } from '../model';
import { clipped, MAX_TEXT_LENGTH } from '../texts/text-length';

/**
 * What of somebody's answers may be kept unchecked: of questions the form asks, each as far as any answer may go, all
 * together as far as a request holds. Wrong answers are kept, those too long for their question too: they are for their
 * author to mend, and cut short they would look right. Secrets are kept nowhere.
 */
export function draftAnswers(form: readonly FormField[], answers: Answers): Answers {
  const kept = form.flatMap((field): readonly (readonly [string, Answer])[] => {
    const isKept = isQuestion(field) && !rulesOf(field).isSecret;
    const answer = isKept ? fitting(field, answers[field.id] ?? null) : null;
    return answer === null ? [] : [[field.id, answer]];
  });
  return withinLimit(Object.fromEntries(kept));
}

function fitting(field: FormField, answer: Answer): Answer {
  if (typeof answer === 'string') return clipped(answer, MAX_TEXT_LENGTH);
  if (typeof answer !== 'object' || answer === null) return answer;
  const { options } = field;
  // A table may say the same in two rows.
  if (field.type === 'table') return answer;
  // What is still being uploaded is nobody's answer yet.
  if (field.type === 'file') return answer.filter((text) => text === LATER || readFileText(text) !== null);
  const given = [...new Set(answer)];
  return options ? given.filter((id) => options.some((option) => option.id === id)) : given;
}

/** The longest texts give way: all are cut at the length that lets the whole fit. */
function withinLimit(answers: Answers): Answers {
  const cut = (max: number): Answers =>
    Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [
        id,
        typeof answer === 'string' ? clipped(answer, max) : answer,
      ]),
    );
  if (fits(answers)) return answers;
  let [low, high] = [0, MAX_TEXT_LENGTH];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  const kept = cut(low);
  return fits(kept) ? kept : {};
}

const fits = (answers: Answers): boolean => JSON.stringify(answers).length <= MAX_ANSWERS_LENGTH;
