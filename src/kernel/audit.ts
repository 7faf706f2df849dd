import * as v from 'valibot';
import { textAnswer } from './answers';
import { type Difference, differenceSchema } from './diff';
import type { LocalizedText } from './text';

/** Who changed what, when, and how it was before. Written in one transaction with the change, never edited. */
export interface AuditEntry {
  readonly schema: 1;
  readonly id: string;
  readonly at: string;
  /** Missing where Jira told of a change without saying who made it. */
  readonly by?: string;
  /** For example `sla.metric.saved`, `catalog.item.published`. */
  readonly action: string;
  /** What was touched: `metric:delivery`, `item:laptop`. */
  readonly subject: string;
  /** What it is called; absent where the action says it all. */
  readonly subjectName?: LocalizedText;
  readonly changes: readonly Difference[];
  /** Why, in the words of whoever did it. */
  readonly reason?: string;
  /** Which of what is measured followed the change: a scope's code. */
  readonly scope?: string;
  /** It undid this version. */
  readonly undoes?: number;
}

/** Who changes something, and when: UTC milliseconds. */
export interface Editor {
  readonly accountId: string;
  readonly now: number;
}

/** What is known of an entry, stored or told. */
export const AUDIT_ENTRY = {
  id: v.string(),
  at: v.string(),
  by: v.optional(v.string()),
  action: v.string(),
  subject: v.string(),
  subjectName: v.optional(textAnswer),
  changes: v.array(differenceSchema),
  reason: v.optional(v.string()),
  scope: v.optional(v.string()),
  undoes: v.optional(v.number()),
};
