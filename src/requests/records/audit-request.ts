import type { AuditEntry } from '../../kernel/audit';
import { type LocalizedText, mapText } from '../../kernel/text';
import { auditWrite } from '../../platform/storage/audit';
import type { Write } from '../../platform/storage/transact';
import type { RequestDocument } from '../domain/model';

type Told = Pick<AuditEntry, 'at' | 'by' | 'action' | 'changes' | 'reason'>;

/** The audit entry of something that happened to a request, as part of its transaction; `mark` as for every entry. */
export const auditRequest = (
  { id, issueKey = id }: Pick<RequestDocument, 'id' | 'issueKey'>,
  item: LocalizedText,
  told: Told,
  mark?: string,
): Write => {
  const subjectName = mapText(item, (name) => `${issueKey} ${name}`);
  return auditWrite({ ...told, subject: `request:${id}`, subjectName }, mark);
};
