import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { badRequest } from '../../shared/product-error.ts';
import { type Call, noContent, type Route, route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { type IssueRow, visibleIssue } from '../issues/row.ts';
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

/** Telling people of an issue. */
export const notifyRoutes = (site: Site): Route[] => [
  route('POST', '/rest/api/3/issue/{issueIdOrKey}/notify', (call) => {
    notify(site, call);
    return noContent();
  }),
];
