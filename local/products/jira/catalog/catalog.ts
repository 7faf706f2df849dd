import { type Site } from '../site.ts';
import { type StatusCategory } from '../types.ts';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}
export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: number;
}
export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface Project {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'software' | 'service_desk' | 'business';
  readonly lead: string | null;
}
export interface Component {
  readonly id: number;
  readonly name: string;
}

export const statuses = (site: Site): Status[] =>
  site.sql.all('select * from jira_statuses order by cast(id as integer)');
export const status = (site: Site, id: string): Status | undefined =>
  site.sql.one('select * from jira_statuses where id = ?', [id]);
export const issueTypes = (site: Site): IssueType[] =>
  site.sql.all('select * from jira_issue_types order by cast(id as integer)');
export const issueType = (site: Site, id: string): IssueType | undefined =>
  site.sql.one('select * from jira_issue_types where id = ?', [id]);
export const priorities = (site: Site): Priority[] =>
  site.sql.all('select * from jira_priorities order by position');
export const priority = (site: Site, id: string): Priority | undefined =>
  site.sql.one('select * from jira_priorities where id = ?', [id]);
export const resolutions = (site: Site): Named[] =>
  site.sql.all('select * from jira_resolutions order by id');
export const resolution = (site: Site, id: string): Named | undefined =>
  site.sql.one('select * from jira_resolutions where id = ?', [id]);
export const projects = (site: Site): Project[] => site.sql.all('select * from jira_projects order by name');
export const component = (site: Site, id: number): Component | undefined =>
  site.sql.one('select id, name from jira_components where id = ?', [id]);
export const components = (site: Site, projectId: number): Component[] =>
  site.sql.all('select id, name from jira_components where project_id = ? order by name', [projectId]);

/** A project by id or key (keys in any case). */
export const project = (site: Site, idOrKey: string): Project | undefined =>
  site.sql.one('select * from jira_projects where id = ? or key = ?', [
    /^\d+$/.test(idOrKey) ? Number(idOrKey) : -1,
    idOrKey.toUpperCase(),
  ]);

/** The issue types of a project, in its order. */
export const typesOfProject = (site: Site, projectId: number): IssueType[] =>
  site.sql.all(
    'select t.* from jira_issue_types t join jira_project_types p on p.issue_type_id = t.id where p.project_id = ? order by p.position',
    [projectId],
  );

/** The workflow that issues of this type follow in this project. */
export const workflowOf = (
  site: Site,
  projectId: number,
  typeId: string,
): { readonly id: string; readonly initial: string } | undefined =>
  site.sql.one(
    'select w.id, w.initial from jira_workflows w join jira_project_types p on p.workflow_id = w.id where p.project_id = ? and p.issue_type_id = ?',
    [projectId, typeId],
  );
