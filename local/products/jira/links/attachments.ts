import { jiraStamp } from '../../shared/stamp.ts';
import { userBeanOf } from '../catalog/beans.ts';
import { type IssueRow } from '../issues/row.ts';
import { type Site } from '../site.ts';

export interface AttachmentRow {
  readonly id: number;
  readonly issue_id: number;
  readonly filename: string;
  readonly mime: string;
  readonly size: number;
  readonly author: string | null;
  readonly created: number;
}

export const attachmentBean = (site: Site, row: AttachmentRow): object => ({
  self: `${site.baseUrl}/rest/api/3/attachment/${row.id}`,
  id: String(row.id),
  filename: row.filename,
  ...(row.author === null ? {} : { author: userBeanOf(site, row.author) }),
  created: jiraStamp(row.created),
  size: row.size,
  mimeType: row.mime,
  content: `${site.baseUrl}/rest/api/3/attachment/content/${row.id}`,
});

/** The files of an issue, oldest first, without their content. */
export const attachmentsOf = (site: Site, row: IssueRow): object[] =>
  site.sql
    .all<AttachmentRow>(
      'select id, issue_id, filename, mime, size, author, created from jira_attachments where issue_id = ? order by id',
      [row.id],
    )
    .map((attachment) => attachmentBean(site, attachment));
