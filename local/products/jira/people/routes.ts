import { forbidden, notFound, badRequest } from '../../shared/product-error.ts';
import { listParam, numberParam, pageBean, pageOf } from '../../shared/paging.ts';
import { type Call, ok, type Route, route } from '../../shared/router.ts';
import { accountOf, APP_ACCOUNT_ID, type Group, type User } from '../../users/directory.ts';
import { userBean } from '../catalog/beans.ts';
import { project } from '../catalog/catalog.ts';
import { isAssignable } from '../issues/routes.ts';
import { visibleIssue } from '../issues/row.ts';
import { can, canGlobally } from '../permissions/can.ts';
import { type Site } from '../site.ts';

/** Does any word of the name, or the mail address, begin with what was typed? */
function fits(user: User, query: string): boolean {
  const text = query.toLowerCase();
  return [user.displayName, ...user.displayName.split(/\s+/), user.email].some((part) =>
    part.toLowerCase().startsWith(text),
  );
}

/** As Jira writes locales: `en_US`. */
const localeOf = ({ locale }: User): string => locale.replace('-', '_');

function fullBean(site: Site, user: User, expand: readonly string[]): object {
  const groups = site.users
    .groupsOf(user.accountId)
    .map((group) => ({ ...group, self: groupSelf(site, group) }));
  return {
    ...userBean(site, user),
    locale: localeOf(user),
    ...(expand.includes('groups') ? { groups: { size: groups.length, items: groups } } : {}),
    expand: 'groups,applicationRoles',
  };
}

const groupSelf = (site: Site, group: Group): string =>
  `${site.baseUrl}/rest/api/3/group?groupId=${group.groupId}`;

function guardPicker(site: Site, call: Call): void {
  if (!canGlobally(site, call.actor, 'USER_PICKER'))
    throw forbidden('You are not authorized to browse users.');
}

function paged(call: Call, users: readonly User[], site: Site): object[] {
  const { startAt, maxResults } = pageOf(call, 50, 1000);
  return users
    .slice(startAt, startAt + maxResults)
    .map((user) => ({ ...userBean(site, user), locale: localeOf(user) }));
}

function assignable(site: Site, call: Call): readonly User[] {
  const issueKey = call.query.get('issueKey') ?? call.query.get('issueId');
  const projectKey = call.query.get('project');
  if (issueKey === null && projectKey === null)
    throw badRequest('You must specify either issueKey or project.');
  const projectId =
    issueKey === null
      ? project(site, projectKey ?? '')?.id
      : visibleIssue(site, call.actor, issueKey).project_id;
  if (projectId === undefined || !can(site, call.actor, 'BROWSE_PROJECTS', projectId))
    throw notFound('No project could be found.');
  const accountId = call.query.get('accountId');
  return site.users
    .all()
    .filter((user) => user.accountType !== 'app' && isAssignable(site, user.accountId, projectId))
    .filter((user) =>
      accountId === null ? fits(user, call.query.get('query') ?? '') : user.accountId === accountId,
    );
}

/** The account asked about if it may see the work item; nobody to whoever may not browse people. */
function viewers(site: Site, call: Call): readonly User[] {
  const accountId = call.query.get('accountId');
  if (accountId === null) throw badRequest('Specify an account id to search for.');
  if (!canGlobally(site, call.actor, 'USER_PICKER')) return [];
  const issue = visibleIssue(site, call.actor, call.query.get('issueKey') ?? '');
  const sees = (id: string): boolean =>
    can(
      site,
      id === APP_ACCOUNT_ID ? { kind: 'app' } : { kind: 'user', accountId: id },
      'BROWSE_PROJECTS',
      issue.project_id,
      issue,
    );
  return site.users
    .all()
    .filter((user) => user.active && user.accountId === accountId && sees(user.accountId));
}

function groupOf(site: Site, call: Call): Group {
  const found = site.users.group(call.query.get('groupId') ?? '');
  if (!found) throw notFound('The group does not exist or you do not have permission to view it.');
  return found;
}

/** People and groups. */
export function peopleRoutes(site: Site): Route[] {
  const get = (accountId: string): User => {
    const user = site.users.get(accountId);
    if (!user) throw notFound('Specified user does not exist or you do not have required permissions');
    return user;
  };
  return [
    route('GET', '/rest/api/3/myself', (call) =>
      ok(fullBean(site, get(accountOf(call.actor) ?? ''), listParam(call, 'expand'))),
    ),
    route('GET', '/rest/api/3/user', (call) =>
      ok(fullBean(site, get(call.query.get('accountId') ?? ''), listParam(call, 'expand'))),
    ),
    route('GET', '/rest/api/3/user/search', (call) => {
      const accountId = call.query.get('accountId');
      const query = call.query.get('query');
      if (accountId === null && query === null)
        throw badRequest('Specify a query, an account id or a property to search for.');
      if (!canGlobally(site, call.actor, 'USER_PICKER')) return ok([]);
      const people = site.users
        .all()
        .filter(
          (user) =>
            user.active && (accountId === null ? fits(user, query ?? '') : user.accountId === accountId),
        );
      return ok(paged(call, people, site));
    }),
    route('GET', '/rest/api/3/user/assignable/search', (call) =>
      ok(paged(call, assignable(site, call), site)),
    ),
    route('GET', '/rest/api/3/user/viewissue/search', (call) => ok(paged(call, viewers(site, call), site))),
    route('GET', '/rest/api/3/user/bulk', (call) => {
      const ids = call.query.getAll('accountId');
      const people = ids.flatMap((id) => site.users.get(id) ?? []);
      return ok({
        self: `${site.baseUrl}/rest/api/3/user/bulk`,
        ...pageBean(
          people.map((user) => userBean(site, user)),
          pageOf(call, 10, 200),
        ),
      });
    }),
    route('GET', '/rest/api/3/user/groups', (call) => {
      const user = get(call.query.get('accountId') ?? '');
      if (user.accountId !== accountOf(call.actor)) guardPicker(site, call);
      return ok(
        site.users.groupsOf(user.accountId).map((group) => ({ ...group, self: groupSelf(site, group) })),
      );
    }),
    route('GET', '/rest/api/3/groups/picker', (call) => {
      guardPicker(site, call);
      const text = (call.query.get('query') ?? '').toLowerCase();
      const found = site.users.groups().filter((group) => group.name.toLowerCase().includes(text));
      const shown = found.slice(0, numberParam(call, 'maxResults', 20));
      return ok({
        header: `Showing ${shown.length} of ${found.length} matching groups`,
        total: found.length,
        groups: shown.map((group) => ({ ...group, html: group.name, labels: [] })),
      });
    }),
    route('GET', '/rest/api/3/group/bulk', (call) => {
      guardPicker(site, call);
      const ids = new Set([...call.query.getAll('groupId'), ...call.query.getAll('groupName')]);
      const found = site.users
        .groups()
        .filter((group) => ids.size === 0 || ids.has(group.groupId) || ids.has(group.name));
      return ok({ self: `${site.baseUrl}/rest/api/3/group/bulk`, ...pageBean(found, pageOf(call)) });
    }),
    route('GET', '/rest/api/3/group/member', (call) => {
      guardPicker(site, call);
      const group = groupOf(site, call);
      const members = site.users.members(group.groupId).filter((user) => user.active);
      return ok({
        self: groupSelf(site, group),
        ...pageBean(
          members.map((user) => userBean(site, user)),
          pageOf(call, 50, 50),
        ),
      });
    }),
  ];
}
