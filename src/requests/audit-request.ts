import type { AuditEntry } from '../kernel/audit';
import { auditWrite } from '../platform/storage/audit';
import type { Write } from '../platform/storage/transact';
import type { RequestDocument } from './domain/model';

type Told = Pick<AuditEntry, 'at' | 'by' | 'action' | 'changes' | 'reason'>;

/** The audit entry of something that happened to a request, as part of its transaction; `mark` as for every entry. */
export const auditRequest = (
  { id, issueKey = id }: Pick<RequestDocument, 'id' | 'issueKey'>,
  itemName: string,
  told: Told,
  mark?: string,
): Write => auditWrite({ ...told, subject: `request:${id}`, subjectName: `${issueKey} ${itemName}` }, mark);
