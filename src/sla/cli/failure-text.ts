/** A red test case in plain English. */
import type { Difference } from '../definitions/domain/testcases/compare';
import { writeLength } from '../definitions/domain/testcases/length';
import type { TestProblem, TestResult } from '../definitions/domain/testcases/run-tests';

const orNone = (text: string | null): string => text ?? 'none';
const yes = (flag: boolean): string => (flag ? 'yes' : 'no');

/** `due 2026-06-01T17:00 expected, 2026-06-01T13:00 came out` */
export const differenceText = (difference: Difference): string => {
  const [expected, actual] = sidesOf(difference);
  return `${difference.what} ${expected} expected, ${actual} came out`;
};

function sidesOf(difference: Difference): readonly [string, string] {
  switch (difference.what) {
    case 'breached':
      return [yes(difference.expected), yes(difference.actual)];
    case 'elapsed':
      return [
        writeLength(difference.expected),
        difference.actual === null ? 'none' : writeLength(difference.actual),
      ];
    case 'state':
    case 'due':
    case 'goal':
      return [difference.expected, orNone(difference.actual)];
  }
}

const problemText = (problem: TestProblem): string => {
  switch (problem.code) {
    case 'BAD_TIME':
      return `"${problem.text}" is not a time such as 2026-06-01T10:00`;
    case 'BEFORE_CREATION':
      return `${problem.text} lies before the creation`;
    case 'UNKNOWN_ZONE':
      return `"${problem.text}" is not a time zone such as Europe/Berlin`;
    case 'NOTHING_EXPECTED':
      return 'it expects nothing';
    case 'NOT_REPLAYABLE':
      return 'the metric cannot be replayed';
  }
};

/** Why a case is red; empty for a green one. */
export const failureText = ({ problem, differences }: TestResult): string =>
  problem === undefined ? differences.map(differenceText).join('; ') : problemText(problem);
