import { type Actor } from '../../../kernel/types.ts';
import { accountOf, isHeld } from '../../users/directory.ts';
import { type Site } from '../site.ts';

export interface Grant {
  readonly holder: string;
  readonly who: string;
}

/** The people of an issue a permission may depend on. */
export interface IssuePeople {
  readonly reporter: string | null;
  readonly assignee: string | null;
  /** The security level, whose members alone may do anything with it. */
  readonly security_id: string | null;
}

/** How far a permission reaches in a project: over all issues, or only where the account plays these parts. */
export type Reach = 'all' | readonly ('reporter' | 'assignee')[];

const NONE: Reach = [];

/** The project keys the app's user is limited to, or undefined for no limit. */
function appLimit(site: Site): readonly string[] | undefined {
  const row = site.sql.one<{ value: string }>("select value from jira_settings where name = 'appProjects'");
  return row && row.value !== 'all' ? row.value.split(',') : undefined;
}

function appReaches(site: Site, projectId: number): boolean {
  const limit = appLimit(site);
  if (!limit) return true;
  const project = site.sql.one<{ key: string }>('select key from jira_projects where id = ?', [projectId]);
  return project !== undefined && limit.includes(project.key);
}

/** Names of the roles an account plays in a project, by itself or through its groups. */
export function rolesOf(site: Site, projectId: number, accountId: string): string[] {
  const groups = site.users.groupsOf(accountId).map((group) => group.name);
  return site.sql
    .all<{ name: string; kind: string; who: string }>(
      'select r.name, a.kind, a.who from jira_role_actors a join jira_roles r on r.id = a.role_id where a.project_id = ?',
      [projectId],
    )
    .filter((row) => (row.kind === 'user' ? row.who === accountId : groups.includes(row.who)))
    .map((row) => row.name);
}

/** How far an actor's permission reaches in a project. An account without access to Jira reaches nothing. */
export function reach(site: Site, actor: Actor, permission: string, projectId: number): Reach {
  if (actor.kind === 'app') return appReaches(site, projectId) ? 'all' : NONE;
  const grants = site.sql.all<Grant>(
    'select holder, who from jira_grants where project_id = ? and permission = ?',
    [projectId, permission],
  );
  return reachBy(site, actor, grants, projectId);
}

/** How far grants let an actor in. */
export function reachBy(site: Site, actor: Actor, grants: readonly Grant[], projectId: number): Reach {
  if (actor.kind === 'app') return grants.some((grant) => grant.holder === 'app') ? 'all' : NONE;
  if (grants.some((grant) => grant.holder === 'anyone') || isHeld(site.users, actor, 'jira', grants))
    return 'all';
  const accountId = accountOf(actor) ?? '';
  if (!isHeld(site.users, actor, 'jira', [{ holder: 'loggedIn', who: '' }])) return NONE;
  const roles = rolesOf(site, projectId, accountId);
  const leads = site.sql.one('select 1 from jira_projects where id = ? and lead = ?', [projectId, accountId]);
  if (
    grants.some(
      ({ holder, who }) => (holder === 'role' && roles.includes(who)) || (holder === 'lead' && leads),
    )
  )
    return 'all';
  return grants.flatMap(({ holder }) => (holder === 'reporter' || holder === 'assignee' ? [holder] : []));
}

/**
 * May the actor do this in the project, and to this issue if one is given?
 * Without an issue, a permission that depends on a part in the issue counts as held, as Jira answers for projects.
 */
export function can(
  site: Site,
  actor: Actor,
  permission: string,
  projectId: number,
  issue?: IssuePeople,
): boolean {
  const far = reach(site, actor, permission, projectId);
  return issue ? holds(far, actor, issue) && inLevel(site, actor, issue, projectId) : far.length > 0;
}

function holds(far: Reach, actor: Actor, issue: IssuePeople): boolean {
  const accountId = accountOf(actor);
  return far === 'all' || far.some((part) => issue[part] !== null && issue[part] === accountId);
}

/** Whom a security level names. */
export const memberGrants = (site: Site, levelId: string): Grant[] =>
  site.sql.all('select holder, who from jira_security_members where level_id = ?', [levelId]);

/** Is the issue open, or does its security level let the actor in? */
const inLevel = (site: Site, actor: Actor, issue: IssuePeople, projectId: number): boolean =>
  issue.security_id === null ||
  holds(reachBy(site, actor, memberGrants(site, issue.security_id), projectId), actor, issue);

/** May the actor do this on the whole site? App permissions are asked by the key under which the host registered them. */
export function canGlobally(site: Site, actor: Actor, permission: string): boolean {
  if (actor.kind === 'app') return true;
  const grants = site.sql.all<Grant>('select holder, who from jira_global_grants where permission = ?', [
    permission,
  ]);
  // Everybody of the company browses people; guests do not.
  const picks =
    permission === 'USER_PICKER' && site.users.get(accountOf(actor) ?? '')?.accountType === 'atlassian';
  return isHeld(site.users, actor, 'jira', picks ? [...grants, { holder: 'loggedIn', who: '' }] : grants);
}

/** A condition on `jira_issues i` that leaves what the actor may browse, with its parameters. */
export function browseClause(
  site: Site,
  actor: Actor,
): { readonly where: string; readonly params: readonly string[] } {
  const params: string[] = [];
  const among = (column: string, reaches: readonly (readonly [string, Reach])[]): string => {
    const whole = reaches.flatMap(([id, far]) => (far === 'all' ? [id] : []));
    const parts = reaches.flatMap(([id, far]) =>
      far === 'all' ? [] : far.map((part) => [id, part] as const),
    );
    params.push(...parts.map(() => accountOf(actor) ?? ''));
    const each = parts.map(([id, part]) => ` or (${column} = ${id} and i.${part} = ?)`);
    return `${column} in (${whole.join(',')})${each.join('')}`;
  };
  const projects = site.sql.all<{ id: number }>('select id from jira_projects');
  const levels = site.sql.all<{ id: string; project_id: number }>(
    'select id, project_id from jira_security_levels',
  );
  const open = among(
    'i.project_id',
    projects.map(({ id }) => [String(id), reach(site, actor, 'BROWSE_PROJECTS', id)]),
  );
  const secured = among(
    'i.security_id',
    levels.map(({ id, project_id }) => [`'${id}'`, reachBy(site, actor, memberGrants(site, id), project_id)]),
  );
  return { where: `(${open}) and (i.security_id is null or ${secured})`, params };
}
