import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { badRequest, forbidden } from '../../shared/product-error.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { jsonOf } from '../../shared/body.ts';
import { accountOf } from '../../users/directory.ts';
import { userBeanOf } from '../catalog/beans.ts';
import { type IssueRow, visibleIssue } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { send, watchersOf } from './notify.ts';

const group = v.looseObject({ name: v.optional(v.string()), groupId: v.optional(v.nullable(v.string())) });
const schema = v.looseObject({
  subject: v.optional(v.string()),
  textBody: v.optional(v.string()),
  htmlBody: v.optional(v.string()),
  to: v.optional(
    v.looseObject({
      reporter: v.optional(v.boolean(), false),
      assignee: v.optional(v.boolean(), false),
      watchers: v.optional(v.boolean(), false),
      users: v.optional(v.array(v.looseObject({ accountId: v.optional(v.string()) })), []),
      groups: v.optional(v.array(group), []),
      groupIds: v.optional(v.array(v.string()), []),
    }),
    {},
  ),
});

function recipients(site: Site, issue: IssueRow, to: v.InferOutput<typeof schema>['to']): string[] {
  const groups = [...to.groups.map((one) => one.groupId ?? one.name ?? ''), ...to.groupIds];
  return [
    ...(to.reporter && issue.reporter !== null ? [issue.reporter] : []),
    ...(to.assignee && issue.assignee !== null ? [issue.assignee] : []),
    ...(to.watchers ? watchersOf(site, issue.id) : []),
    ...to.users.flatMap(({ accountId }) => accountId ?? []),
    ...groups.flatMap((name) => site.users.members(name).map((user) => user.accountId)),
  ];
}

function notify(site: Site, call: Call): void {
  const issue = visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
  const asked = bodyOf(call, schema);
  const accountIds = recipients(site, issue, asked.to);
  if (accountIds.length === 0) throw badRequest('No recipients were defined for notification.');
  send(site, issue, accountIds, {
    kind: 'notify',
    sender: accountOf(call.actor) ?? null,
    subject: asked.subject ?? `${issue.key}: ${issue.summary}`,
    body: asked.textBody ?? asked.htmlBody ?? '',
  });
}

function watcherChange(site: Site, call: Call, accountId: string): IssueRow {
  const issue = visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
  const own = accountId === accountOf(call.actor);
  if (!own && !can(site, call.actor, 'MANAGE_WATCHERS', issue.project_id, issue))
    throw forbidden('You do not have permission to manage the watchers of this issue.');
  const user = site.users.get(accountId);
  if (!user?.active) throw badRequest('The user does not exist or is not active.');
  return issue;
}

/** Telling people of an issue, and who wants to be told. */
export const notifyRoutes = (site: Site): Route[] => [
  route('POST', '/rest/api/3/issue/{issueIdOrKey}/notify', (call) => {
    notify(site, call);
    return noContent();
  }),
  route('GET', '/rest/api/3/issue/{issueIdOrKey}/watchers', (call) => {
    const issue = visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
    const ids = watchersOf(site, issue.id);
    const me = accountOf(call.actor) ?? '';
    const shown = can(site, call.actor, 'VIEW_VOTERS_AND_WATCHERS', issue.project_id, issue)
      ? ids
      : ids.filter((id) => id === me);
    const self = `${site.baseUrl}/rest/api/3/issue/${issue.key}/watchers`;
    return ok({
      self,
      isWatching: ids.includes(me),
      watchCount: ids.length,
      watchers: shown.map((id) => userBeanOf(site, id)),
    });
  }),
  route('POST', '/rest/api/3/issue/{issueIdOrKey}/watchers', (call) => {
    const asked = call.rawBody ? jsonOf(call) : accountOf(call.actor);
    const accountId = typeof asked === 'string' ? asked : (accountOf(call.actor) ?? '');
    const issue = watcherChange(site, call, accountId);
    site.sql.run('insert or ignore into jira_watchers values (?, ?)', [issue.id, accountId]);
    return noContent();
  }),
  route('DELETE', '/rest/api/3/issue/{issueIdOrKey}/watchers', (call) => {
    const accountId = call.query.get('accountId') ?? '';
    const issue = watcherChange(site, call, accountId);
    site.sql.run('delete from jira_watchers where issue_id = ? and account_id = ?', [issue.id, accountId]);
    return noContent();
  }),
];
