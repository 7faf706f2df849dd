import * as v from 'valibot';
import type { ReadOnly } from '../../kernel/read-only';

/** How a status ends a request for who asked; a status that is not named leaves it open. */
const endingSchema = v.picklist(['resolved', 'closed', 'cancelled']);
export type Ending = v.InferOutput<typeof endingSchema>;

/** The request an issue fulfils: so much of it that most events need not read it. */
export const requestOfIssueSchema = v.object({
  id: v.string(),
  /** What was ordered, as the app knows it: the issue's own property can be edited by anybody who edits the issue. */
  itemId: v.string(),
  /** The space its work items are made in, or the one this work item was moved to since. */
  projectId: v.string(),
  /** Which statuses end it, of the version it was made with. */
  endings: v.record(v.string(), endingSchema),
  /** The statuses in which it waits for approvals. */
  waits: v.array(v.string()),
  /** The statuses in which it waits for who asked. */
  asks: v.array(v.string()),
  /** So long after it was resolved it may be reopened. */
  reopenWithinDays: v.number(),
  /** Who asked, and for whom. */
  askers: v.array(v.string()),
});
export type RequestOfIssue = ReadOnly<v.InferOutput<typeof requestOfIssueSchema>>;
