/** What else there is of an issue: one small row, read with every event about it. Issues of which nothing is known have none. */
import * as v from 'valibot';
import { entityStore } from './entities';
import type { Wanted } from './together';

/** How a status ends a request for who asked; a status that is not named leaves it open. */
export type Ending = 'resolved' | 'closed' | 'cancelled';

/** The request an issue fulfils: so much of it that most events need not read it. */
export interface RequestOfIssue {
  readonly id: string;
  /** What was ordered, as the app knows it: the issue's own property can be edited by anybody who edits the issue. */
  readonly itemId: string;
  /** The space its work items are made in, or the one this work item was moved to since. */
  readonly projectId: string;
  /** Which statuses end it, of the version it was made with. */
  readonly endings: Readonly<Record<string, Ending>>;
  /** The statuses in which it waits for approvals. */
  readonly waits: readonly string[];
  /** So long after it was resolved it may be reopened. */
  readonly reopenWithinDays: number;
  /** Who asked, and for whom. */
  readonly askers: readonly string[];
}

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
