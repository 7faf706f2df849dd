import { judge, leavesOf, type Truth, truthOf } from '../../../kernel/condition';
import { isFact } from './facts';
import { millisecondsOf } from '../field-types/moments';
import { idIn } from '../field-types/named-option';
import type { Answer, Answers, AnswerTest, FormCondition } from '../model';

/**
 * Whether a condition surely holds for these answers and the facts that go with them. A field without an answer is `empty`, and
 * is no value at all; what depends on a fact that nobody tells does not hold.
 */
export const conditionHolds = (condition: FormCondition, answers: Answers): boolean =>
  judge(condition, (test) => truthOfTest(test, answers)) === 'yes';

/** A fact that is known to be nothing is empty, but may be any value that nobody has written down. */
function truthOfTest(test: AnswerTest, answers: Answers): Truth {
  const answer = answers[test.field];
  const isCompared = test.op === 'is' || test.op === 'isNot';
  if (isFact(test.field) && (answer === undefined || (answer === null && isCompared))) return 'unknown';
  return truthOf(testHolds(test, answer ?? null, answers));
}

function testHolds(test: AnswerTest, answer: Answer, answers: Answers): boolean {
  if ('other' in test) return comparesWith(test.op, answer, answers[test.other] ?? null);
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
      return amountOf(answer) > test.value;
    case 'lt':
      return amountOf(answer) < test.value;
  }
}

function comparesWith(op: 'is' | 'isNot' | 'gt' | 'lt', answer: Answer, other: Answer): boolean {
  if (isEmptyAnswer(answer) || isEmptyAnswer(other)) return false;
  if (op === 'is' || op === 'isNot') return (textOf(answer) === textOf(other)) === (op === 'is');
  const [one, two] = [amountOf(answer), amountOf(other)];
  return op === 'gt' ? one > two : one < two;
}

const textOf = (answer: Answer): string =>
  isList(answer) ? JSON.stringify(answer.map(idIn).toSorted()) : idIn(String(answer)).trim();

/** The fields a condition looks at, each once. */
export const fieldsOfCondition = (condition: FormCondition | undefined): readonly string[] => [
  ...new Set(
    leavesOf(condition).flatMap((test) => ('other' in test ? [test.field, test.other] : [test.field])),
  ),
];

/** Nothing was answered. `false` and `0` are answers. */
export function isEmptyAnswer(answer: Answer | undefined): boolean {
  if (answer === null || answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
}

const equals = (answer: Answer, value: string): boolean =>
  isList(answer)
    ? answer.map(idIn).includes(idIn(value))
    : answer !== null && idIn(String(answer)) === idIn(value);

const contains = (answer: Answer, value: string): boolean =>
  isList(answer)
    ? answer.map(idIn).includes(idIn(value))
    : typeof answer === 'string' && answer.toLocaleLowerCase().includes(value.toLocaleLowerCase());

/** A number, or milliseconds of a moment; NaN, which is neither greater nor less, of anything else. */
function amountOf(answer: Answer): number {
  if (typeof answer === 'number') return answer;
  if (typeof answer !== 'string' || answer.trim() === '') return Number.NaN;
  if (/^\d\d:\d\d$/.test(answer)) return Date.parse(`1970-01-01T${answer}Z`);
  return /^\d{4}-\d\d-\d\d/.test(answer) ? millisecondsOf(answer) : Number(answer);
}

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
