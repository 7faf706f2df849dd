import type { AuditEntry } from '../kernel/audit';
import type { LocalizedText } from '../kernel/text';
import { auditWrite } from '../platform/storage/audit';
import type { Write } from '../platform/storage/transact';
import type { RequestDocument } from './domain/model';

type Told = Pick<AuditEntry, 'at' | 'by' | 'action' | 'changes' | 'reason'>;

/** The audit entry of something that happened to a request, as part of its transaction; `mark` as for every entry. */
export const auditRequest = (
  { id, issueKey = id }: Pick<RequestDocument, 'id' | 'issueKey'>,
  { en, ru }: LocalizedText,
  told: Told,
  mark?: string,
): Write => {
  const subjectName = { en: `${issueKey} ${en}`, ...(ru && { ru: `${issueKey} ${ru}` }) };
  return auditWrite({ ...told, subject: `request:${id}`, subjectName }, mark);
};
