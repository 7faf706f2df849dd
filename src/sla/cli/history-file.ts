import * as v from 'valibot';
import { readInstant } from '../engine/calendar/instant-text';
import type { IssueHistory } from '../engine/model';
import { historySchema } from '../engine/model/history';
import { INSTANT_FAULTS } from './instant-faults';

const LAST_INSTANT = 8_640_000_000_000_000;

/** UTC milliseconds, or an ISO instant with its zone. */
const instant = v.pipe(
  v.union([v.number(), v.string()], 'This is not an instant. Write one such as 2026-06-01T09:00:00Z.'),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const read = typeof value === 'string' ? readInstant(value) : value;
    if (typeof read === 'string') addIssue({ message: `${value} ${INSTANT_FAULTS[read]}` });
    else if (Number.isInteger(read) && Math.abs(read) <= LAST_INSTANT) return read;
    else addIssue({ message: `${value} is not a whole number of milliseconds since 1970 in UTC.` });
    return NEVER;
  }),
);
const values = v.array(
  v.string('A value is a text. Write ids in quotes, such as "3".'),
  'A value of a field is a list. Write its ids, such as ["3"], or [] when it is empty.',
);
const schema = historySchema(instant, values);

/** A history that isn't one: where, what is wrong there and how to mend it, a line each. */
export class InvalidHistoryError extends Error {
  readonly code = 'INVALID_HISTORY';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Our own messages are sentences that say how to mend; those of the schema library only say what was expected. */
const problemOf = (issue: v.InferIssue<typeof schema>): string => {
  const path = v.getDotPath(issue) ?? 'the history';
  const said = issue.message.endsWith('.')
    ? issue.message
    : `${issue.message}. Compare with the history file in docs/sla-cli.md.`;
  return `${path}: ${said}`;
};

/**
 * A history from outside; instants may be ISO text with a zone.
 * @throws InvalidHistoryError that says of each problem where it is and how to mend it
 */
export const parseHistory = (input: unknown): IssueHistory => {
  const result = v.safeParse(schema, input);
  if (!result.success) throw new InvalidHistoryError(result.issues.map(problemOf));
  return result.output;
};
