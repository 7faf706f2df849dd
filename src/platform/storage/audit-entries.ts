import { type AuditEntry, auditEntrySchema } from '../../kernel/audit';
import { AUDIT_ENTITY, auditAttributes } from './audit';
import { entityStore } from './entities';

/** Audit entries as they are read, by month and by what they are about. */
export const auditEntries = entityStore<AuditEntry>({
  name: AUDIT_ENTITY,
  schema: auditEntrySchema,
  anchor: 'at',
  attributes: auditAttributes,
});
