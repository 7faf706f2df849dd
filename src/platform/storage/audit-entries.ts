import * as v from 'valibot';
import { textAnswer } from '../../kernel/answers';
import type { AuditEntry } from '../../kernel/audit';
import { differenceSchema } from '../../kernel/diff';
import { AUDIT_ENTITY, auditAttributes } from './audit';
import { entityStore } from './entities';

const entrySchema: v.GenericSchema<unknown, AuditEntry> = v.object({
  schema: v.literal(1),
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
});

/** Audit entries as they are read, by month and by what they are about. */
export const auditEntries = entityStore<AuditEntry>({
  name: AUDIT_ENTITY,
  schema: entrySchema,
  anchor: 'at',
  attributes: auditAttributes,
});
