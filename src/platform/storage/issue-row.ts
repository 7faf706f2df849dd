/** What else there is of an issue: one small row, read with every event about it. Issues of which nothing is known have none. */
import * as v from 'valibot';
import { requestOfIssueSchema } from '../../requests/domain/of-issue';
import type { ReadOnly } from '../../kernel/read-only';
import { entityStore } from './entities';
import type { Wanted } from './together';

export type { Ending, RequestOfIssue } from '../../requests/domain/of-issue';

export const ISSUE_ENTITY = 'request';
export const issueRowKey = (issueId: string): string => `issue:${issueId}`;

export const issueRowSchema = v.object({ request: v.optional(requestOfIssueSchema) });
export type IssueRow = ReadOnly<v.InferOutput<typeof issueRowSchema>>;

export const issueRows = entityStore<IssueRow>({
  name: ISSUE_ENTITY,
  schema: issueRowSchema,
  attributes: () => ({ rev: 1 }),
});

/** The row of an issue, to be read with others. */
export const issueRowAt = (issueId: string): Wanted<IssueRow> => ({
  entity: ISSUE_ENTITY,
  key: issueRowKey(issueId),
  schema: issueRowSchema,
});
