import { notFound } from '../../shared/product-error.ts';
import { get, type Route } from '../../shared/router.ts';
import { type Site } from '../site.ts';
import { visibleProject } from './routes.ts';

interface ActorRow {
  readonly kind: 'user' | 'group';
  readonly who: string;
}

function actorBean(site: Site, row: ActorRow, index: number): object {
  if (row.kind === 'user') {
    const displayName = site.users.get(row.who)?.displayName ?? row.who;
    return {
      id: 10_000 + index,
      displayName,
      type: 'atlassian-user-role-actor',
      actorUser: { accountId: row.who },
    };
  }
  const group = site.users.group(row.who);
  return {
    id: 10_000 + index,
    displayName: row.who,
    type: 'atlassian-group-role-actor',
    name: row.who,
    actorGroup: { name: row.who, displayName: row.who, groupId: group?.groupId ?? row.who },
  };
}

/** The roles of a project, and who plays them. */
export const roleRoutes = (site: Site): Route[] => [
  get('/rest/api/3/project/{projectIdOrKey}/role', (call) => {
    const found = visibleProject(site, call);
    const roles = site.sql.all<{ id: number; name: string }>('select id, name from jira_roles order by id');
    return Object.fromEntries(
      roles.map((role) => [role.name, `${site.baseUrl}/rest/api/3/project/${found.id}/role/${role.id}`]),
    );
  }),
  get('/rest/api/3/project/{projectIdOrKey}/role/{id}', (call) => {
    const found = visibleProject(site, call);
    const role = site.sql.one<{ id: number; name: string }>('select id, name from jira_roles where id = ?', [
      Number(call.params['id']),
    ]);
    if (!role) throw notFound(`Can not find the project role with id ${call.params['id'] ?? ''}.`);
    const actors = site.sql.all<ActorRow>(
      'select kind, who from jira_role_actors where project_id = ? and role_id = ? order by kind, who',
      [found.id, role.id],
    );
    return {
      self: `${site.baseUrl}/rest/api/3/project/${found.id}/role/${role.id}`,
      name: role.name,
      id: role.id,
      description: '',
      actors: actors.map((row, index) => actorBean(site, row, index)),
    };
  }),
];
