/** What is wrong with the form of a value, as a finding with a code. */
import * as v from 'valibot';
import { errorIn, type OwnedFinding, type Params } from './finding';

/** What a schema says of a value that is not what it should be. */
export type Issue = Pick<v.BaseIssue<unknown>, 'type' | 'requirement' | 'input' | 'message'>;

/** A part that does not fit: `metric:delivery`, where in it, and why. */
export interface Misfit {
  readonly whose: string;
  /** Dotted: `week.tue.0.1`; empty for the whole part. */
  readonly at: string;
  readonly issue: Issue;
}

/** Codes for what any schema may find; each has a text in every language of the settings. */
export type FormCode = 'EMPTY_VALUE' | 'MALFORMED' | 'TEXT_TOO_LONG' | 'TOO_LARGE' | 'TOO_MANY' | 'TOO_SMALL';

/** Where a value does not fit, as its schema told it. */
export const misfitOf = (whose: string, issue: v.BaseIssue<unknown>): Misfit => ({
  whose,
  at: v.getDotPath(issue) ?? '',
  issue,
});

const isCode = (message: string): message is string => /^[A-Z]+(_[A-Z]+)*$/.test(message);

/** A misfit as a finding: with the code of the schema's own where it says one, else by what it forbids, with the limit it names. */
export function malformed<Code extends string = string>(
  { whose, at, issue: { type, requirement, input, message } }: Misfit,
  isOwn: (message: string) => message is Code = isCode as (message: string) => message is Code,
): OwnedFinding<Code | FormCode> {
  const found = (code: Code | FormCode, params?: Params) => errorIn(code, whose, at, params);
  if (isOwn(message)) return found(message, given(at, input));
  const limit = typeof requirement === 'number' ? requirement : String(requirement);
  switch (type) {
    case 'max_length':
      return found(Array.isArray(input) ? 'TOO_MANY' : 'TEXT_TOO_LONG', { limit });
    case 'min_length':
      return found('EMPTY_VALUE');
    case 'max_value':
      return found('TOO_LARGE', { limit });
    case 'min_value':
      return found('TOO_SMALL', { limit });
    default:
      return found('MALFORMED');
  }
}

/** The text that was given, under the name of its field: what it was is worth saying. */
const given = (at: string, input: unknown): Params | undefined =>
  typeof input === 'string' ? { [at.slice(at.lastIndexOf('.') + 1)]: input.slice(0, 100) } : undefined;
