import { causeOf } from '../../shared/events.ts';
import { notFound, ProductError } from '../../shared/product-error.ts';
import { type Call, get, ok, route, type Route } from '../../shared/router.ts';
import { findIssue, issueIn } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { attach, filesIn, UPLOAD_LIMIT } from './attachments.ts';
import { attachmentBean, attachmentOf } from './bean.ts';

/** What the actor may see of an attachment: nothing where they may not browse its issue, nor what is for agents. */
function readable(site: Site, call: Call) {
  const row = attachmentOf(site, call.params['id'] ?? '');
  const issue = findIssue(site, row.issue_id);
  const sees = (permission: string) =>
    issue !== undefined && can(site, call.actor, permission, issue.project_id, issue);
  if (!sees('BROWSE_PROJECTS') || (row.internal === 1 && !sees('SERVICEDESK_AGENT')))
    throw notFound('The attachment was not found.');
  return row;
}

/** Attachments of issues. */
export function attachmentRoutes(site: Site): Route[] {
  return [
    get('/rest/api/3/attachment/meta', () => ({ enabled: true, uploadLimit: UPLOAD_LIMIT })),
    route('POST', '/rest/api/3/issue/{issueIdOrKey}/attachments', (call) => {
      const issue = issueIn(site, call);
      const rows = filesIn(call).map((file) => attach(site, call, issue, file, causeOf(call), false));
      return ok(rows.map((row) => attachmentBean(site, row)));
    }),
    route('GET', '/rest/api/3/attachment/content/{id}', (call) => {
      const { bytes, mime_type: type, filename } = readable(site, call);
      // The way over another host is not played: who asks for it gets what Jira would answer nobody with.
      if (call.query.get('redirect') !== 'false')
        throw new ProductError(303, ['The site has no media host.']);
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`;
      return {
        status: 200,
        headers: { 'content-type': type, 'content-disposition': disposition },
        body: bytes,
      };
    }),
  ];
}
