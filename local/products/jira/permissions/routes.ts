import * as v from 'valibot';
import { type Actor } from '../../../kernel/types.ts';
import { bodyOf } from '../../shared/body.ts';
import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { listParam } from '../../shared/paging.ts';
import { type Call, get, ok, route, type Route } from '../../shared/router.ts';
import { accountOf, actorOf } from '../../users/directory.ts';
import { project } from '../catalog/catalog.ts';
import { findIssue, visibleIssue } from '../issues/row.ts';
import { type Site } from '../site.ts';
import { can, canGlobally } from './can.ts';
import { type PermissionName, PERMISSIONS } from './keys.ts';

const known = (site: Site): readonly PermissionName[] => [
  ...PERMISSIONS,
  ...site.hooks.globalPermissions.map(({ key, name }) => ({ key, name, type: 'GLOBAL' as const })),
  ...site.hooks.projectPermissions.map(({ key, name }) => ({ key, name, type: 'PROJECT' as const })),
];

function mine(site: Site, call: Call): object {
  const asked = listParam(call, 'permissions');
  if (asked.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const issueId = call.query.get('issueKey') ?? call.query.get('issueId');
  const issue = issueId === null ? undefined : visibleIssue(site, call.actor, issueId);
  const projectId = call.query.get('projectKey') ?? call.query.get('projectId');
  const found = projectId === null ? undefined : project(site, projectId);
  if (projectId !== null && !(found && can(site, call.actor, 'BROWSE_PROJECTS', found.id)))
    throw notFound(`No project could be found with key '${projectId}'.`);
  const anywhere = site.sql.all<{ id: number }>('select id from jira_projects').map((row) => row.id);
  const held = ({ key, type }: PermissionName): boolean => {
    if (type === 'GLOBAL') return canGlobally(site, call.actor, key);
    if (issue) return can(site, call.actor, key, issue.project_id, issue);
    return (found ? [found.id] : anywhere).some((id) => can(site, call.actor, key, id));
  };
  const answers = asked.map((key) => {
    const permission = known(site).find((one) => one.key === key);
    if (!permission) throw badRequest(`Unrecognized permission: ${key}`);
    return [
      key,
      {
        id: key,
        key,
        name: permission.name,
        type: permission.type,
        description: '',
        havePermission: held(permission),
      },
    ];
  });
  return { permissions: Object.fromEntries(answers) as unknown };
}

const checkSchema = v.looseObject({
  accountId: v.optional(v.string()),
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(
      v.looseObject({
        permissions: v.array(v.string()),
        projects: v.optional(v.array(v.number()), []),
        issues: v.optional(v.array(v.number()), []),
      }),
    ),
    [],
  ),
});

function actorNamed(site: Site, caller: Actor, accountId: string | undefined): Actor {
  if (accountId === undefined || accountId === accountOf(caller)) return caller;
  if (!canGlobally(site, caller, 'ADMINISTER'))
    throw forbidden('You need the permission to administer Jira to ask about other people.');
  if (!site.users.get(accountId)) throw badRequest(`There is no account '${accountId}'.`);
  return actorOf(accountId);
}

function check(site: Site, call: Call): object {
  const asked = bodyOf(call, checkSchema);
  const actor = actorNamed(site, call.actor, asked.accountId);
  const keys = new Set(known(site).map((one) => one.key));
  const strange = [
    ...asked.globalPermissions,
    ...asked.projectPermissions.flatMap((one) => one.permissions),
  ].filter((key) => !keys.has(key));
  if (strange.length > 0) throw badRequest(`Unrecognized permissions: ${strange.join(', ')}`);
  const projectPermissions = asked.projectPermissions.flatMap(({ permissions, projects, issues }) =>
    permissions.map((permission) => ({
      permission,
      projects: projects.filter(
        (id) => project(site, String(id)) !== undefined && can(site, actor, permission, id),
      ),
      issues: issues.filter((id) => {
        const row = findIssue(site, id);
        return (
          row !== undefined &&
          can(site, actor, 'BROWSE_PROJECTS', row.project_id, row) &&
          can(site, actor, permission, row.project_id, row)
        );
      }),
    })),
  );
  return {
    globalPermissions: asked.globalPermissions.filter((key) => canGlobally(site, actor, key)),
    projectPermissions,
  };
}

/** What the caller, or another account, may do. */
export const permissionRoutes = (site: Site): Route[] => [
  get('/rest/api/3/mypermissions', (call) => mine(site, call)),
  route('POST', '/rest/api/3/permissions/check', (call) => ok(check(site, call))),
];
