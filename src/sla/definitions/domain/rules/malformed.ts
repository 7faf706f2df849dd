/** What is wrong with the form of a value, as a problem with a code. */
import { errorIn, type Params } from '../../../../kernel/finding';
import { isProblemCode, type Problem, type ProblemCode } from './problem';
import type { Issue, Misfit } from './read-parts';

/** The code of an issue, that of the schema where it has one, with the limit it names. */
const toldOf = ({ type, requirement, input, message }: Issue): readonly [ProblemCode, Params?] => {
  if (isProblemCode(message))
    return message === 'UNKNOWN_ZONE' ? [message, { zone: String(input) }] : [message];
  const limit = typeof requirement === 'number' ? requirement : String(requirement);
  switch (type) {
    case 'max_length':
      return [Array.isArray(input) ? 'TOO_MANY' : 'TEXT_TOO_LONG', { limit }];
    case 'min_length':
      return ['EMPTY_VALUE'];
    case 'max_value':
      return ['TOO_LARGE', { limit }];
    case 'min_value':
      return ['TOO_SMALL', { limit }];
    default:
      return ['MALFORMED'];
  }
};

/** A part of a definition that isn't what it should be. */
export const malformed = ({ whose, at, issue }: Misfit): Problem => {
  const [code, params] = toldOf(issue);
  return errorIn(code, whose, at, params);
};
