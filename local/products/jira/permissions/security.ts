import { type Actor } from '../../../kernel/types.ts';
import { type Site } from '../site.ts';
import { type NewSecurityLevel } from '../types.ts';
import { can, type IssuePeople, memberGrants, reachBy } from './can.ts';

/** A security level of a project: only whom it names sees the issues that have it, whatever else they may. */
export interface SecurityLevel {
  readonly id: string;
  readonly project_id: number;
  readonly name: string;
  readonly description: string;
}

export const securityLevel = (site: Site, id: string): SecurityLevel | undefined =>
  site.sql.one('select * from jira_security_levels where id = ?', [id]);

/**
 * The levels that the actor may give to a new issue, or to this one: those it is in, with the permission to set them. A
 * level for reporters counts where one reports oneself.
 */
export const settableLevels = (
  site: Site,
  actor: Actor,
  projectId: number,
  issue?: IssuePeople,
): SecurityLevel[] =>
  can(site, actor, 'SET_ISSUE_SECURITY', projectId, issue)
    ? site.sql
        .all<SecurityLevel>('select * from jira_security_levels where project_id = ? order by id', [
          projectId,
        ])
        .filter(({ id }) => reachBy(site, actor, memberGrants(site, id), projectId).length > 0)
    : [];

/** A level as REST shows it; its members are read with other scopes than the app has. */
export const securityLevelBean = (
  site: Site,
  { id, project_id, name, description }: SecurityLevel,
): object => ({
  self: `${site.baseUrl}/rest/api/3/securitylevel/${id}`,
  id,
  name,
  description,
  isDefault: false,
  issueSecuritySchemeId: String(project_id),
});

export function defineSecurityLevel(site: Site, projectId: number, level: NewSecurityLevel): void {
  const { id, name, description = '', members } = level;
  site.sql.put('jira_security_levels', [id, projectId, name, description]);
  for (const holder of members)
    site.sql.put('jira_security_members', [id, holder.kind, 'who' in holder ? holder.who : '']);
}
