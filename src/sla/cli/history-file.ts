import * as v from 'valibot';
import { commentEntries } from '../definitions/domain/rules/comment-authors';
import { readInstant } from '../engine/calendar/instant-text';
import type { IssueHistory } from '../engine/model';
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
const base = { at: instant, id: v.string(), by: v.optional(v.nullable(v.string()), null) };
const ms = v.pipe(v.number(), v.integer());

const factSchema = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('change'),
    changes: v.array(v.object({ field: v.string(), from: values, to: values })),
  }),
  v.object({ ...base, ...commentEntries(values) }),
  v.object({
    ...base,
    kind: v.literal('approval'),
    decision: v.picklist(['requested', 'approved', 'declined']),
  }),
  v.object({ ...base, kind: v.literal('link'), linked: v.boolean(), linkType: v.string() }),
  v.object({
    ...base,
    kind: v.literal('child'),
    issueId: v.string(),
    metricId: v.string(),
    what: v.picklist(['pauses', 'resumes', 'breached']),
    reason: v.optional(v.string()),
  }),
  v.object({
    ...base,
    kind: v.literal('pause'),
    metricId: v.optional(v.string()),
    reason: v.string(),
    resumeAt: v.optional(instant),
  }),
  v.object({ ...base, kind: v.literal('resume'), metricId: v.optional(v.string()) }),
  v.object({
    ...base,
    kind: v.literal('extend'),
    metricId: v.string(),
    ms,
    from: v.picklist(['target', 'now']),
    reason: v.string(),
  }),
  v.object({
    ...base,
    kind: v.literal('excuse'),
    metricId: v.string(),
    cycle: ms,
    category: v.string(),
    reason: v.string(),
  }),
  v.object({ ...base, kind: v.literal('deleted') }),
]);

const historySchema = v.object({
  issueId: v.string(),
  issueKey: v.string(),
  createdAt: instant,
  reporter: v.optional(v.nullable(v.string()), null),
  initial: v.record(v.string(), values),
  facts: v.array(factSchema),
});

/** A history that isn't one: where, what is wrong there and how to mend it, a line each. */
export class InvalidHistoryError extends Error {
  readonly code = 'INVALID_HISTORY';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Our own messages are sentences that say how to mend; those of the schema library only say what was expected. */
const problemOf = (issue: v.InferIssue<typeof historySchema>): string => {
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
  const result = v.safeParse(historySchema, input);
  if (!result.success) throw new InvalidHistoryError(result.issues.map(problemOf));
  return result.output;
};
