import { notFound } from '../../shared/product-error.ts';
import { jiraStamp } from '../../shared/stamp.ts';
import { userBeanOf } from '../catalog/beans.ts';
import { type Site } from '../site.ts';

export interface AttachmentRow {
  readonly id: number;
  readonly issue_id: number;
  readonly filename: string;
  readonly mime_type: string;
  readonly author: string | null;
  readonly created: number;
  readonly size: number;
  /** Of Service Management: only agents are shown it. */
  readonly internal: number;
}

const COLUMNS = 'id, issue_id, filename, mime_type, author, created, length(bytes) as size, internal';

export const attachmentsOf = (site: Site, issueId: number): readonly AttachmentRow[] =>
  site.sql.all(`select ${COLUMNS} from jira_attachments where issue_id = ? order by id`, [issueId]);

export function attachmentOf(site: Site, id: string): AttachmentRow & { readonly bytes: Uint8Array } {
  const found = site.sql.one<AttachmentRow & { readonly bytes: Uint8Array }>(
    `select ${COLUMNS}, bytes from jira_attachments where id = ?`,
    [Number(id)],
  );
  if (!found) throw notFound('The attachment was not found.');
  // The database gives bare memory of a blob, or a view of it.
  return { ...found, bytes: Buffer.from(found.bytes) };
}

/** An attachment as REST shows it. */
export const attachmentBean = (site: Site, row: AttachmentRow): object => ({
  self: `${site.baseUrl}/rest/api/3/attachment/${row.id}`,
  id: String(row.id),
  filename: row.filename,
  ...(row.author === null ? {} : { author: userBeanOf(site, row.author) }),
  created: jiraStamp(row.created),
  size: row.size,
  mimeType: row.mime_type,
  content: `${site.baseUrl}/rest/api/3/attachment/content/${row.id}`,
});
