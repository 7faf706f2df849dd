import { type Site } from '../site.ts';
import { type NativeSla } from '../types.ts';

const nameOf = (projectId: number): string => `slas:${projectId}`;

/** The SLAs of Service Management in a project; null where it is none of its projects. */
export function slasOf(site: Site, projectId: number): readonly NativeSla[] | null {
  const row = site.sql.one<{ value: string }>('select value from jira_settings where name = ?', [
    nameOf(projectId),
  ]);
  return row === undefined ? null : (JSON.parse(row.value) as readonly NativeSla[]);
}

export function setSlas(site: Site, projectKey: string, slas: readonly NativeSla[]): void {
  const home = site.sql.one<{ id: number }>('select id from jira_projects where key = ?', [projectKey]);
  if (home === undefined) throw new Error(`There is no project '${projectKey}'. Create it first.`);
  site.sql.put('jira_settings', [nameOf(home.id), JSON.stringify(slas)], 'replace');
}
