/** What is wrong with the form of a value, as a problem with a code: what a schema says of it is for the command line. */
import type * as v from 'valibot';
import { isDate, LONGEST_MS, TIME } from './calendar-schema';
import { LABEL } from './metric-schema';
import type { Problem, ProblemCode } from './problem';

type Issue = Pick<v.BaseIssue<unknown>, 'type' | 'requirement' | 'input' | 'message'>;
type Told = Pick<Problem, 'code' | 'params'>;

const BY_REQUIREMENT: ReadonlyMap<unknown, ProblemCode> = new Map<unknown, ProblemCode>([
  [TIME, 'BAD_TIME'],
  [isDate, 'BAD_DATE'],
  [LABEL, 'LABEL_WITH_BLANK'],
  [LONGEST_MS, 'TIME_TOO_LONG'],
]);

/** The code of an issue, with the limit it names. */
const toldOf = ({ type, requirement, input }: Issue): Told => {
  const known = BY_REQUIREMENT.get(requirement);
  if (known !== undefined) return { code: known };
  const limit = String(requirement);
  switch (type) {
    case 'max_length':
      return { code: Array.isArray(input) ? 'TOO_MANY' : 'TEXT_TOO_LONG', params: { limit } };
    case 'min_length':
      return { code: 'EMPTY_VALUE' };
    case 'max_value':
      return { code: 'TOO_LARGE', params: { limit } };
    case 'min_value':
      return { code: 'TOO_SMALL', params: { limit } };
    default:
      return { code: 'MALFORMED' };
  }
};

/** A part of a definition that isn't what it should be. `path` is dotted: `week.tue.0.1`. */
export const malformed = (subject: string, path: string, issue: Issue): Problem => ({
  ...toldOf(issue),
  severity: 'error',
  subject,
  path,
  message: `${subject} ${path ? `at ${path} ` : ''}is not a valid definition: ${issue.message.replace(/\.?$/, '.')}`,
  howToMend: '',
});
