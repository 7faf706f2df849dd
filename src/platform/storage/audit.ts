import * as v from 'valibot';
import type { AuditEntry } from '../../kernel/audit';
import { differenceSchema } from '../../kernel/diff';
import { entityStore } from './entities';
import type { Write } from './transact';

const entrySchema: v.GenericSchema<unknown, AuditEntry> = v.object({
  schema: v.literal(1),
  id: v.string(),
  at: v.string(),
  by: v.string(),
  action: v.string(),
  subject: v.string(),
  subjectName: v.string(),
  changes: v.array(differenceSchema),
  reason: v.optional(v.string()),
});

/** Audit entries, by month and by what they are about. */
export const auditEntries = entityStore<AuditEntry>({
  name: 'audit',
  schema: entrySchema,
  anchor: 'at',
  attributes: (entry) => ({ month: entry.at.slice(0, 7), subject: entry.subject, at: entry.at }),
});

/**
 * The entry as part of the transaction it tells of: either both are stored, or neither. With a `mark` that belongs to the deed
 * alone, a deed that is written twice is told once.
 */
export function auditWrite(
  entry: Omit<AuditEntry, 'schema' | 'id'>,
  mark: string = crypto.randomUUID(),
): Write {
  const id = `${entry.at}:${mark}`;
  return auditEntries.write(id, { schema: 1, id, ...entry }, 'any');
}
