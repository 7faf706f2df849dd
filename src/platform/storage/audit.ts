import type { AuditEntry } from '../../kernel/audit';
import type { Write } from './transact';

export const AUDIT_ENTITY = 'audit';

export const auditAttributes = ({ at, subject }: AuditEntry) => ({ month: at.slice(0, 7), subject, at });

/**
 * The entry as part of the transaction it tells of: either both are stored, or neither. With a `mark` that belongs to the deed
 * alone, a deed that is written twice is told once.
 */
export function auditWrite(
  entry: Omit<AuditEntry, 'schema' | 'id'>,
  mark: string = crypto.randomUUID(),
): Write {
  const doc: AuditEntry = { schema: 1, id: `${entry.at}:${mark}`, ...entry };
  const value = { ...auditAttributes(doc), doc };
  return { kind: 'setRow', entity: AUDIT_ENTITY, key: doc.id, value, expect: 'any', anchor: 'at' };
}
