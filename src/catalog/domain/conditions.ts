import { judge, leavesOf, truthOf } from '../../kernel/condition';
import type { Answer, Answers, AnswerTest, FormCondition } from './model';

/** Whether a condition holds for these answers. A field without an answer is `empty`, and is no value at all. */
export const conditionHolds = (condition: FormCondition, answers: Answers): boolean =>
  judge(condition, (test) => truthOf(testHolds(test, answers[test.field] ?? null))) === 'yes';

function testHolds(test: AnswerTest, answer: Answer): boolean {
  switch (test.op) {
    case 'is':
      return equals(answer, test.value);
    case 'isNot':
      return !equals(answer, test.value);
    case 'contains':
      return contains(answer, test.value);
    case 'filled':
      return !isEmptyAnswer(answer);
    case 'empty':
      return isEmptyAnswer(answer);
    case 'gt':
      return toNumber(answer) > test.value;
    case 'lt':
      return toNumber(answer) < test.value;
  }
}

/** The fields a condition looks at, each once. */
export const fieldsOfCondition = (condition: FormCondition | undefined): readonly string[] => [
  ...new Set(leavesOf(condition).map(({ field }) => field)),
];

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
