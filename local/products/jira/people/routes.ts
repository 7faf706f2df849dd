import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { listParam, numberParam, pageBean, pageOf } from '../../shared/paging.ts';
import { type Call, get, type Route } from '../../shared/router.ts';
import { accountOf, actorOf, type Group, type User } from '../../users/directory.ts';
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
const withLocale = (site: Site, user: User): object => ({
  ...userBean(site, user),
  locale: user.locale.replace('-', '_'),
});

const groupSelf = (site: Site, group: Group): string =>
  `${site.baseUrl}/rest/api/3/group?groupId=${group.groupId}`;

const groupsOf = (site: Site, user: User): object[] =>
  site.users.groupsOf(user.accountId).map((group) => ({ ...group, self: groupSelf(site, group) }));

function guardPicker(site: Site, call: Call): void {
  if (!canGlobally(site, call.actor, 'USER_PICKER'))
    throw forbidden('You are not authorized to browse users.');
}

/** One page of the people who are meant: the account the call names, else those whose name fits its query. */
function found(site: Site, call: Call, among: (user: User) => boolean): object[] {
  const accountId = call.query.get('accountId');
  const query = call.query.get('query') ?? '';
  const { startAt, maxResults } = pageOf(call, 50, 1000);
  return site.users
    .all()
    .filter((user) => (accountId === null ? fits(user, query) : user.accountId === accountId) && among(user))
    .slice(startAt, startAt + maxResults)
    .map((user) => withLocale(site, user));
}

function assignable(site: Site, call: Call): object[] {
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
  return found(
    site,
    call,
    (user) => user.accountType !== 'app' && isAssignable(site, user.accountId, projectId),
  );
}

/** The account asked about if it may see the work item; nobody to whoever may not browse people. */
function viewers(site: Site, call: Call): object[] {
  if (!call.query.has('accountId')) throw badRequest('Specify an account id to search for.');
  if (!canGlobally(site, call.actor, 'USER_PICKER')) return [];
  const issue = visibleIssue(site, call.actor, call.query.get('issueKey') ?? '');
  const sees = ({ accountId }: User): boolean =>
    can(site, actorOf(accountId), 'BROWSE_PROJECTS', issue.project_id, issue);
  return found(site, call, (user) => user.active && sees(user));
}

function search(site: Site, call: Call): object[] {
  if (!call.query.has('accountId') && !call.query.has('query'))
    throw badRequest('Specify a query, an account id or a property to search for.');
  return canGlobally(site, call.actor, 'USER_PICKER') ? found(site, call, ({ active }) => active) : [];
}

/** People and groups. */
export function peopleRoutes(site: Site): Route[] {
  const person = (accountId: string | null | undefined): User => {
    const user = site.users.get(accountId ?? '');
    if (!user) throw notFound('Specified user does not exist or you do not have required permissions');
    return user;
  };
  const full = (call: Call, user: User): object => {
    const items = groupsOf(site, user);
    return {
      ...withLocale(site, user),
      ...(listParam(call, 'expand').includes('groups') ? { groups: { size: items.length, items } } : {}),
      expand: 'groups,applicationRoles',
    };
  };
  const beans = (users: readonly User[]): object[] => users.map((user) => userBean(site, user));
  return [
    get('/rest/api/3/myself', (call) => full(call, person(accountOf(call.actor)))),
    get('/rest/api/3/user', (call) => full(call, person(call.query.get('accountId')))),
    get('/rest/api/3/user/search', (call) => search(site, call)),
    get('/rest/api/3/user/assignable/search', (call) => assignable(site, call)),
    get('/rest/api/3/user/viewissue/search', (call) => viewers(site, call)),
    get('/rest/api/3/user/bulk', (call) => {
      const people = call.query.getAll('accountId').flatMap((id) => site.users.get(id) ?? []);
      return {
        self: `${site.baseUrl}/rest/api/3/user/bulk`,
        ...pageBean(beans(people), pageOf(call, 10, 200)),
      };
    }),
    get('/rest/api/3/user/groups', (call) => {
      const user = person(call.query.get('accountId'));
      if (user.accountId !== accountOf(call.actor)) guardPicker(site, call);
      return groupsOf(site, user);
    }),
    get('/rest/api/3/groups/picker', (call) => {
      guardPicker(site, call);
      const text = (call.query.get('query') ?? '').toLowerCase();
      const fitting = site.users.groups().filter((group) => group.name.toLowerCase().includes(text));
      const shown = fitting.slice(0, numberParam(call, 'maxResults', 20));
      return {
        header: `Showing ${shown.length} of ${fitting.length} matching groups`,
        total: fitting.length,
        groups: shown.map((group) => ({ ...group, html: group.name, labels: [] })),
      };
    }),
    get('/rest/api/3/group/bulk', (call) => {
      guardPicker(site, call);
      const ids = new Set([...call.query.getAll('groupId'), ...call.query.getAll('groupName')]);
      const named = site.users
        .groups()
        .filter((group) => ids.size === 0 || ids.has(group.groupId) || ids.has(group.name));
      return { self: `${site.baseUrl}/rest/api/3/group/bulk`, ...pageBean(named, pageOf(call)) };
    }),
    get('/rest/api/3/group/member', (call) => {
      guardPicker(site, call);
      const group = site.users.group(call.query.get('groupId') ?? '');
      if (!group) throw notFound('The group does not exist or you do not have permission to view it.');
      const members = site.users.members(group.groupId).filter((user) => user.active);
      return { self: groupSelf(site, group), ...pageBean(beans(members), pageOf(call, 50, 50)) };
    }),
  ];
}
