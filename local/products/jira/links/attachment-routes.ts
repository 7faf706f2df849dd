import { forbidden, notFound, ProductError } from '../../shared/product-error.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { causeOf } from '../cause.ts';
import { recordChange } from '../issues/changelog.ts';
import { findIssue, type IssueRow, reload, visibleIssue } from '../issues/row.ts';
import { tellUpdated } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { attachmentBean, type AttachmentRow } from './attachments.ts';
import { filesOf, type UploadedFile } from './multipart.ts';

const COLUMNS = 'id, issue_id, filename, mime, size, author, created';

function add(site: Site, call: Call, issue: IssueRow, file: UploadedFile): object {
  const at = site.clock.now();
  const author = accountOf(call.actor) ?? null;
  const id = site.sql.run(
    'insert into jira_attachments (issue_id, filename, mime, size, author, created, content_base64) values (?, ?, ?, ?, ?, ?, ?)',
    [issue.id, file.name, file.type, file.content.length, author, at, file.content.toString('base64')],
  );
  const item = {
    field: 'Attachment',
    fieldId: 'attachment',
    fieldtype: 'jira' as const,
    from: null,
    fromString: null,
    to: String(id),
    toString: file.name,
  };
  site.sql.run('update jira_issues set updated = ? where id = ?', [at, issue.id]);
  tellUpdated(site, reload(site, issue), recordChange(site, issue.id, author, at, [item]), causeOf(call));
  return attachmentBean(site, {
    id,
    issue_id: issue.id,
    filename: file.name,
    mime: file.type,
    size: file.content.length,
    author,
    created: at,
  });
}

function visible(site: Site, call: Call): { attachment: AttachmentRow; issue: IssueRow } {
  const attachment = site.sql.one<AttachmentRow>(`select ${COLUMNS} from jira_attachments where id = ?`, [
    Number(call.params['id']),
  ]);
  const issue = attachment && findIssue(site, attachment.issue_id);
  if (!attachment || !issue || !can(site, call.actor, 'BROWSE_PROJECTS', issue.project_id, issue))
    throw notFound(`The attachment with id '${call.params['id'] ?? ''}' does not exist`);
  return { attachment, issue };
}

/** Files of issues. Content is answered as bytes in base64 with the header `x-body-encoding: base64`. */
export const attachmentRoutes = (site: Site): Route[] => [
  route('POST', '/rest/api/3/issue/{issueIdOrKey}/attachments', (call) => {
    const issue = visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
    if (call.headers['x-atlassian-token'] !== 'no-check') throw new ProductError(403, ['XSRF check failed']);
    if (!can(site, call.actor, 'CREATE_ATTACHMENTS', issue.project_id, issue))
      throw forbidden('You do not have permission to create attachments for this issue.');
    return ok(filesOf(call).map((file) => add(site, call, issue, file)));
  }),
  route('GET', '/rest/api/3/attachment/{id}', (call) => {
    const { self: _self, ...rest } = attachmentBean(site, visible(site, call).attachment) as {
      self: string;
      id: string;
    };
    return ok({ ...rest, id: Number(rest.id), self: `${site.baseUrl}/rest/api/3/attachment/${rest.id}` });
  }),
  route('GET', '/rest/api/3/attachment/content/{id}', (call) => {
    const { attachment } = visible(site, call);
    const content =
      site.sql.one<{ content_base64: string }>('select content_base64 from jira_attachments where id = ?', [
        attachment.id,
      ])?.content_base64 ?? '';
    return {
      status: 200,
      headers: { 'content-type': attachment.mime, 'x-body-encoding': 'base64' },
      body: content,
    };
  }),
  route('DELETE', '/rest/api/3/attachment/{id}', (call) => {
    const { attachment, issue } = visible(site, call);
    const own = attachment.author !== null && attachment.author === accountOf(call.actor);
    if (!own && !can(site, call.actor, 'ADMINISTER_PROJECTS', issue.project_id, issue))
      throw forbidden('You do not have permission to delete this attachment.');
    site.sql.run('delete from jira_attachments where id = ?', [attachment.id]);
    return noContent();
  }),
];
