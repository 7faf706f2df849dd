import * as v from 'valibot';
import { textAnswer } from './text-schema';
import { differenceSchema } from './diff';
import type { ReadOnly } from './read-only';

/** Who changes something, and when: UTC milliseconds. */
export interface Editor {
  readonly accountId: string;
  readonly now: number;
}

/** What is known of an entry, stored or told: who changed what, when, and how it was before. */
export const AUDIT_ENTRY = {
  id: v.string(),
  at: v.string(),
  /** Missing where Jira told of a change without saying who made it. */
  by: v.optional(v.string()),
  /** For example `sla.metric.saved`, `catalog.item.published`. */
  action: v.string(),
  /** What was touched: `metric:delivery`, `item:laptop`. */
  subject: v.string(),
  /** What it is called; absent where the action says it all. */
  subjectName: v.optional(textAnswer),
  changes: v.array(differenceSchema),
  /** Why, in the words of whoever did it. */
  reason: v.optional(v.string()),
  /** Which of what is measured followed the change: a scope's code. */
  scope: v.optional(v.string()),
  /** It undid this version. */
  undoes: v.optional(v.number()),
};

/** Written in one transaction with the change, never edited. */
export const auditEntrySchema = v.object({ schema: v.literal(1), ...AUDIT_ENTRY });
export type AuditEntry = ReadOnly<v.InferOutput<typeof auditEntrySchema>>;
