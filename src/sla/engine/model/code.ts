import type { ProblemCode } from '../../definitions/domain/rules/problem';

/** What a schema says of a value that breaks it: its code. */
export const code = (known: ProblemCode): ProblemCode => known;
