import type { Answer, Answers, FormCondition } from './model';

/** Whether a condition holds for these answers. A field without an answer is `empty`, and is no value at all. */
export function conditionHolds(condition: FormCondition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, answers));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, answers));
  const answer = answers[condition.field] ?? null;
  switch (condition.op) {
    case 'is':
      return equals(answer, condition.value);
    case 'isNot':
      return !equals(answer, condition.value);
    case 'contains':
      return contains(answer, condition.value);
    case 'filled':
      return !isEmptyAnswer(answer);
    case 'empty':
      return isEmptyAnswer(answer);
    case 'gt':
      return toNumber(answer) > condition.value;
    case 'lt':
      return toNumber(answer) < condition.value;
  }
}

/** The fields a condition looks at, each once. */
export function fieldsOfCondition(condition: FormCondition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return [...new Set(condition.all.flatMap(fieldsOfCondition))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(fieldsOfCondition))];
  return [condition.field];
}

/** Nothing was answered. `false` and `0` are answers. */
export function isEmptyAnswer(answer: Answer | undefined): boolean {
  if (answer === null || answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
}

const equals = (answer: Answer, value: string): boolean =>
  isList(answer) ? answer.includes(value) : answer !== null && String(answer) === value;

const contains = (answer: Answer, value: string): boolean =>
  isList(answer)
    ? answer.includes(value)
    : typeof answer === 'string' && answer.toLocaleLowerCase().includes(value.toLocaleLowerCase());

/** NaN compares as neither greater nor less. */
const toNumber = (answer: Answer): number =>
  typeof answer === 'number' || (typeof answer === 'string' && answer.trim() !== '')
    ? Number(answer)
    : Number.NaN;

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
