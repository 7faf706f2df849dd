/** Answers of the operations that read many histories at once. */
import * as v from 'valibot';
import { changelogEntrySchema, jiraIssueSchema } from '../../../sla/engine/history/schema';

export const searchPageSchema = v.object({
  issues: v.array(
    v.object({ ...jiraIssueSchema.entries, properties: v.optional(v.record(v.string(), v.unknown())) }),
  ),
  nextPageToken: v.nullish(v.string()),
  isLast: v.optional(v.boolean()),
});
export type FoundIssue = v.InferOutput<typeof searchPageSchema>['issues'][number];

export const bulkChangelogSchema = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(changelogEntrySchema) })),
  nextPageToken: v.nullish(v.string()),
});
