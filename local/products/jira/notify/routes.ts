import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { badRequest, forbidden } from '../../shared/product-error.ts';
import { act, type Call, type Route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { issueIn, type IssueRow } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { send } from './notify.ts';

const schema = v.looseObject({
  subject: v.optional(v.string()),
  textBody: v.optional(v.string()),
  to: v.optional(
    v.looseObject({
      reporter: v.optional(v.boolean(), false),
      users: v.optional(v.array(v.looseObject({ accountId: v.optional(v.string()) })), []),
      groupIds: v.optional(v.array(v.string()), []),
    }),
    {},
  ),
});

function recipients(site: Site, issue: IssueRow, to: v.InferOutput<typeof schema>['to']): string[] {
  return [
    ...(to.reporter && issue.reporter !== null ? [issue.reporter] : []),
    ...to.users.flatMap(({ accountId }) => accountId ?? []),
    ...to.groupIds.flatMap((name) => site.users.members(name).map((user) => user.accountId)),
  ];
}

function notify(site: Site, call: Call): void {
  const issue = issueIn(site, call);
  const asked = bodyOf(call, schema);
  const accountIds = recipients(site, issue, asked.to);
  if (accountIds.length === 0) throw badRequest('No recipients were defined for notification.');
  send(site, issue, accountIds, {
    kind: 'notify',
    sender: accountOf(call.actor) ?? null,
    subject: asked.subject ?? `${issue.key}: ${issue.summary}`,
    body: asked.textBody ?? '',
  });
}

/** Somebody watches an issue from now on: whoever calls, or whom they name where they may. */
function watch(site: Site, call: Call): void {
  const issue = issueIn(site, call);
  const accountId = bodyOf(call, v.string());
  if (
    accountId !== accountOf(call.actor) &&
    !can(site, call.actor, 'MANAGE_WATCHERS', issue.project_id, issue)
  )
    throw forbidden('You do not have the permission to manage the watchers list.');
  const mayView = can(site, { kind: 'user', accountId }, 'BROWSE_PROJECTS', issue.project_id, issue);
  if (!site.users.get(accountId)?.active || !mayView)
    throw badRequest(
      `The user "${accountId}" does not have permission to view this issue. This user will not be added to the watch list.`,
    );
  site.sql.put('jira_watchers', [issue.id, accountId], 'ignore');
}

/** Telling people of an issue. */
export const notifyRoutes = (site: Site): Route[] => [
  act('POST', '/rest/api/3/issue/{issueIdOrKey}/notify', (call) => {
    notify(site, call);
  }),
  act('POST', '/rest/api/3/issue/{issueIdOrKey}/watchers', (call) => {
    watch(site, call);
  }),
];
