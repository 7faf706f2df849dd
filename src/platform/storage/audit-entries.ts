import * as v from 'valibot';
import { AUDIT_ENTRY, type AuditEntry } from '../../kernel/audit';
import { AUDIT_ENTITY, auditAttributes } from './audit';
import { entityStore } from './entities';

const entrySchema: v.GenericSchema<unknown, AuditEntry> = v.object({
  schema: v.literal(1),
  ...AUDIT_ENTRY,
});

/** Audit entries as they are read, by month and by what they are about. */
export const auditEntries = entityStore<AuditEntry>({
  name: AUDIT_ENTITY,
  schema: entrySchema,
  anchor: 'at',
  attributes: auditAttributes,
});
