import { judge, leavesOf, type Truth, truthOf } from '../../kernel/condition';
import { isFact } from './facts';
import type { Answer, Answers, AnswerTest, FormCondition } from './model';

/**
 * Whether a condition surely holds for these answers and the facts that go with them. A field without an answer is `empty`, and
 * is no value at all; what depends on a fact that nobody tells does not hold.
 */
export const conditionHolds = (condition: FormCondition, answers: Answers): boolean =>
  judge(condition, (test) => truthOfTest(test, answers[test.field])) === 'yes';

/** A fact that is known to be nothing is empty, but may be any value that nobody has written down. */
function truthOfTest(test: AnswerTest, answer: Answer | undefined): Truth {
  const isCompared = test.op === 'is' || test.op === 'isNot';
  if (isFact(test.field) && (answer === undefined || (answer === null && isCompared))) return 'unknown';
  return truthOf(testHolds(test, answer ?? null));
}

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
