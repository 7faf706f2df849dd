/** What the calls of the settings answer. */
import * as v from 'valibot';
import { whole } from '../../kernel/answers';
import { textAnswer } from '../../kernel/text-schema';
import { AUDIT_ENTRY } from '../../kernel/audit';
import type { AnswerOf } from '../../kernel/call';
import type { Params } from '../../kernel/finding';
import { PERMISSIONS, type Role } from '../../kernel/names';
import { HEALTH_CODES } from './health-codes';

const ROLES = Object.keys(PERMISSIONS) as Role[];

export const meAnswer = v.object({
  roles: v.array(v.picklist(ROLES)),
  jiraAdmin: v.boolean(),
  /** Owns or manages something of the catalog. */
  edits: v.boolean(),
  confluence: v.boolean(),
});

/** An entry as its reader may know it. */
const auditEntry = v.object({
  ...AUDIT_ENTRY,
  /** It is about a work item the reader may not browse: neither its name nor what was written is here. */
  withheld: v.optional(v.literal(true)),
});
export type ShownAuditEntry = AnswerOf<typeof auditEntry>;
export const auditAnswer = v.object({
  entries: v.array(auditEntry),
  cursor: v.optional(v.string()),
  /** What the parts of the catalog are called that the changes name by their ids. */
  names: v.record(v.string(), textAnswer),
});

/** Members of a section, each with what the app keeps beside it. */
export const rowsAnswer = v.object({
  rows: v.array(
    v.object({
      rev: v.number(),
      state: v.string(),
      changedAt: v.string(),
      changedBy: v.string(),
      value: whole<object>(),
    }),
  ),
  cursor: v.optional(v.string()),
});

const healthRow = v.object({
  code: v.picklist(HEALTH_CODES),
  severity: v.picklist(['error', 'warning', 'info']),
  at: v.string(),
  whose: v.string(),
  params: v.optional(whole<Params>()),
  /** Keys of a few work items it is about, of those the reader may browse. */
  issues: v.optional(v.array(v.string())),
});
export type HealthRow = AnswerOf<typeof healthRow>;
export const healthAnswer = v.object({
  rows: v.array(healthRow),
  lastSweep: v.optional(v.string()),
  lastReconcile: v.optional(v.string()),
  /** When goals, pauses and due times were last counted over all records. */
  lastUsage: v.optional(v.string()),
});
export type Health = AnswerOf<typeof healthAnswer>;
