import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { type IssueRow, visibleIssue } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';

interface RemoteLink {
  readonly id: number;
  readonly global_id: string | null;
  readonly relationship: string | null;
  readonly application: string;
  readonly object: string;
}

const schema = v.looseObject({
  globalId: v.optional(v.string()),
  relationship: v.optional(v.string()),
  application: v.optional(v.record(v.string(), v.unknown()), {}),
  object: v.looseObject({ url: v.string(), title: v.string() }),
});

function bean(site: Site, issue: IssueRow, row: RemoteLink): object {
  return {
    id: row.id,
    self: `${site.baseUrl}/rest/api/3/issue/${issue.key}/remotelink/${row.id}`,
    ...(row.global_id === null ? {} : { globalId: row.global_id }),
    ...(row.relationship === null ? {} : { relationship: row.relationship }),
    application: JSON.parse(row.application) as unknown,
    object: JSON.parse(row.object) as unknown,
  };
}

/** Links of issues to pages elsewhere. One with a known global id is updated instead of added. */
export function remoteLinkRoutes(site: Site): Route[] {
  const at = '/rest/api/3/issue/{issueIdOrKey}/remotelink';
  const issue = (call: Call, write: boolean): IssueRow => {
    const row = visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
    if (write && !can(site, call.actor, 'LINK_ISSUES', row.project_id, row))
      throw forbidden('You do not have the permission to link issues.');
    return row;
  };
  const one = (row: IssueRow, column: 'id' | 'global_id', value: string | number): RemoteLink => {
    const found = site.sql.one<RemoteLink>(
      `select * from jira_remote_links where issue_id = ? and ${column} = ?`,
      [row.id, value],
    );
    if (!found) throw notFound('The remote issue link was not found.');
    return found;
  };
  return [
    route('GET', at, (call) => {
      const row = issue(call, false);
      const globalId = call.query.get('globalId');
      if (globalId !== null) return ok(bean(site, row, one(row, 'global_id', globalId)));
      return ok(
        site.sql
          .all<RemoteLink>('select * from jira_remote_links where issue_id = ? order by id', [row.id])
          .map((link) => bean(site, row, link)),
      );
    }),
    route('POST', at, (call) => {
      const row = issue(call, true);
      const { globalId = null, relationship = null, application, object } = bodyOf(call, schema);
      const cells = [relationship, JSON.stringify(application), JSON.stringify(object)];
      const known =
        globalId === null
          ? undefined
          : site.sql.one<{ id: number }>(
              'select id from jira_remote_links where issue_id = ? and global_id = ?',
              [row.id, globalId],
            );
      if (known)
        site.sql.run(
          'update jira_remote_links set relationship = ?, application = ?, object = ? where id = ?',
          [...cells, known.id],
        );
      const id =
        known?.id ??
        site.sql.run(
          'insert into jira_remote_links (issue_id, global_id, relationship, application, object) values (?, ?, ?, ?, ?)',
          [row.id, globalId, ...cells],
        );
      return {
        status: known ? 200 : 201,
        body: { id, self: `${site.baseUrl}/rest/api/3/issue/${row.key}/remotelink/${id}` },
      };
    }),
    route('GET', `${at}/{linkId}`, (call) => {
      const row = issue(call, false);
      return ok(bean(site, row, one(row, 'id', Number(call.params['linkId']))));
    }),
    route('DELETE', `${at}/{linkId}`, (call) => {
      const row = issue(call, true);
      site.sql.run('delete from jira_remote_links where id = ?', [
        one(row, 'id', Number(call.params['linkId'])).id,
      ]);
      return noContent();
    }),
  ];
}
