/** Answers of the operations that read many histories at once. */
import * as v from 'valibot';
import { changelogEntrySchema, jiraIssueSchema } from '../../../sla/engine/history/schema';

export const foundIssueSchema = v.object({
  ...jiraIssueSchema.entries,
  properties: v.optional(v.record(v.string(), v.unknown())),
});
export type FoundIssue = v.InferOutput<typeof foundIssueSchema>;

export const bulkChangelogSchema = v.object({
  issueChangeLogs: v.array(v.object({ issueId: v.string(), changeHistories: v.array(changelogEntrySchema) })),
  nextPageToken: v.nullish(v.string()),
});
