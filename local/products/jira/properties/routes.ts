import { jsonOf } from '../../shared/body.ts';
import { type Actor } from '../../../kernel/types.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { project } from '../catalog/catalog.ts';
import { causeOf } from '../cause.ts';
import { canRead, type CommentRow } from '../comments/row.ts';
import { findIssue, visibleIssue } from '../issues/row.ts';
import { issueForEvent, tell } from '../issues/tell.ts';
import { can, canGlobally } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { deleteProperty, type Entity, getProperty, propertyKeys, setProperty } from './store.ts';

/** What carries properties: how it is addressed, and who may read and write. Each guard throws where the actor may not. */
interface Owner {
  readonly entity: Entity;
  readonly base: string;
  /** The id under which properties are kept. */
  read(call: Call): string;
  write(call: Call): string;
  changed?(call: Call, id: string, key: string, verb: 'set' | 'deleted'): void;
}

const CANT_WRITE = 'You do not have permission to edit this.';

function owners(site: Site): Owner[] {
  const issue = (actor: Actor, id: string, write: boolean): string => {
    const row = visibleIssue(site, actor, id);
    if (write && !can(site, actor, 'EDIT_ISSUES', row.project_id, row)) throw forbidden(CANT_WRITE);
    return String(row.id);
  };
  const projectId = (call: Call, permission: string): string => {
    const found = project(site, call.params['projectIdOrKey'] ?? '');
    if (!found || !can(site, call.actor, 'BROWSE_PROJECTS', found.id))
      throw notFound(`No project could be found with key '${call.params['projectIdOrKey'] ?? ''}'.`);
    if (!can(site, call.actor, permission, found.id)) throw forbidden(CANT_WRITE);
    return String(found.id);
  };
  const comment = (call: Call, write: boolean): string => {
    const row = site.sql.one<CommentRow>('select * from jira_comments where id = ?', [
      Number(call.params['commentId']),
    ]);
    const of = row && findIssue(site, row.issue_id);
    if (
      !row ||
      !of ||
      !can(site, call.actor, 'BROWSE_PROJECTS', of.project_id, of) ||
      !canRead(site, call.actor, of, row)
    )
      throw notFound('Can not find a comment for this id.');
    const own =
      row.author === accountOf(call.actor) && can(site, call.actor, 'EDIT_OWN_COMMENTS', of.project_id, of);
    if (write && !own && !can(site, call.actor, 'EDIT_ALL_COMMENTS', of.project_id, of))
      throw forbidden(CANT_WRITE);
    return String(row.id);
  };
  const user = (call: Call): string => {
    const accountId = call.query.get('accountId') ?? '';
    if (accountId !== accountOf(call.actor) && !canGlobally(site, call.actor, 'ADMINISTER'))
      throw forbidden(CANT_WRITE);
    if (!site.users.get(accountId)) throw notFound('The user does not exist.');
    return accountId;
  };
  return [
    {
      entity: 'issue',
      base: '/rest/api/3/issue/{issueIdOrKey}/properties',
      read: (call) => issue(call.actor, call.params['issueIdOrKey'] ?? '', false),
      write: (call) => issue(call.actor, call.params['issueIdOrKey'] ?? '', true),
      changed: (call, id, key, verb) => {
        const row = findIssue(site, id);
        if (row)
          tell(site, `avi:jira:${verb}:issue-property`, site.clock.now(), causeOf(call), {
            issue: issueForEvent(site, row),
            property: { key, entityType: 'issue', id },
          });
      },
    },
    {
      entity: 'project',
      base: '/rest/api/3/project/{projectIdOrKey}/properties',
      read: (call) => projectId(call, 'BROWSE_PROJECTS'),
      write: (call) => projectId(call, 'ADMINISTER_PROJECTS'),
    },
    {
      entity: 'comment',
      base: '/rest/api/3/comment/{commentId}/properties',
      read: (call) => comment(call, false),
      write: (call) => comment(call, true),
    },
    { entity: 'user', base: '/rest/api/3/user/properties', read: user, write: user },
  ];
}

function routesOf(site: Site, owner: Owner): Route[] {
  const one = `${owner.base}/{propertyKey}`;
  const key = (call: Call): string => call.params['propertyKey'] ?? '';
  const missing = (call: Call): Error => notFound(`The property with key '${key(call)}' could not be found.`);
  return [
    route('GET', owner.base, (call) => {
      owner.read(call);
      const keys = propertyKeys(site, owner.entity, owner.read(call));
      return ok({
        keys: keys.map((name) => ({
          key: name,
          self: `${site.baseUrl}${owner.base.replace(/\{[^}]+\}/, owner.read(call))}/${encodeURIComponent(name)}`,
        })),
      });
    }),
    route('GET', one, (call) => {
      const found = getProperty(site, owner.entity, owner.read(call), key(call));
      if (!found) throw missing(call);
      return ok({ key: key(call), value: found.value });
    }),
    route('PUT', one, (call) => {
      const id = owner.write(call);
      const fresh = setProperty(site, owner.entity, id, key(call), jsonOf(call));
      owner.changed?.(call, id, key(call), 'set');
      return { status: fresh ? 201 : 200, body: {} };
    }),
    route('DELETE', one, (call) => {
      const id = owner.write(call);
      if (!deleteProperty(site, owner.entity, id, key(call))) throw missing(call);
      owner.changed?.(call, id, key(call), 'deleted');
      return noContent();
    }),
  ];
}

/** Entity properties of issues, projects, comments and users. */
export const propertyRoutes = (site: Site): Route[] => owners(site).flatMap((owner) => routesOf(site, owner));
