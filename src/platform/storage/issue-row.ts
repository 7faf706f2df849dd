/** What else there is of an issue: one small row, read with every event about it. Issues of which nothing is known have none. */
import * as v from 'valibot';
import type { RequestOfIssue } from '../../requests/domain/of-issue';
import { entityStore } from './entities';
import type { Wanted } from './together';

export type { Ending, RequestOfIssue } from '../../requests/domain/of-issue';

export interface IssueRow {
  readonly request?: RequestOfIssue;
}

export const ISSUE_ENTITY = 'request';
export const issueRowKey = (issueId: string): string => `issue:${issueId}`;

export const issueRowSchema: v.GenericSchema<unknown, IssueRow> = v.object({
  request: v.optional(
    v.object({
      id: v.string(),
      itemId: v.string(),
      projectId: v.string(),
      endings: v.record(v.string(), v.picklist(['resolved', 'closed', 'cancelled'])),
      waits: v.array(v.string()),
      reopenWithinDays: v.number(),
      askers: v.array(v.string()),
    }),
  ),
});

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
