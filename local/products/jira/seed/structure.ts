import { type Site } from '../site.ts';
import { type Holder, type JiraSeeding, type NewField, type NewProject, type NewWorkflow } from '../types.ts';
import { defineSecurityLevel } from '../permissions/security.ts';
import { defineRequestType } from '../service-management/request-types.ts';
import { setSlas } from '../service-management/store.ts';
import { DEFAULT_SCHEME } from '../permissions/keys.ts';

const idOf = (site: Site, table: string, name: string): string => {
  const row = site.sql.one<{ id: string | number }>(`select id from ${table} where name = ?`, [name]);
  if (!row) throw new Error(`There is no '${name}' in ${table}. Define it first.`);
  return String(row.id);
};

const nextId = (site: Site, table: string): string =>
  String(
    Math.max(
      10_000,
      (site.sql.one<{ top: number | null }>(`select max(cast(id as integer)) as top from ${table}`)?.top ??
        0) + 1,
    ),
  );

const whoOf = (holder: Holder): string => ('who' in holder ? holder.who : '');

function defineWorkflow(site: Site, workflow: NewWorkflow): void {
  for (const status of workflow.statuses) {
    site.sql.put(
      'jira_statuses',
      [status.id ?? nextId(site, 'jira_statuses'), status.name, status.category],
      'ignore',
    );
  }
  const status = (name: string): string => idOf(site, 'jira_statuses', name);
  const known = site.sql.one<{ id: string }>('select id from jira_workflows where name = ?', [workflow.name]);
  const id = known?.id ?? nextId(site, 'jira_workflows');
  const initial = status(workflow.statuses[0]?.name ?? '');
  site.sql.put('jira_workflows', [id, workflow.name, initial], 'replace');
  site.sql.run('delete from jira_transitions where workflow_id = ?', [id]);
  workflow.transitions.forEach((one, index) => {
    const sources = one.from ? JSON.stringify(one.from.map(status)) : null;
    const resolution = one.resolution === undefined ? null : idOf(site, 'jira_resolutions', one.resolution);
    site.sql.put('jira_transitions', [
      id,
      one.id ?? String(11 + index * 10),
      one.name,
      sources,
      status(one.to),
      JSON.stringify(one.screen ?? []),
      JSON.stringify(one.required ?? []),
      resolution,
      one.approval ?? null,
    ]);
  });
}

function defineField(site: Site, field: NewField): void {
  site.sql.put(
    'jira_fields',
    [field.id, field.name, field.kind, Number(field.readOnly ?? false), field.appKey ?? null],
    'replace',
  );
  field.options?.forEach(({ id, value, disabled = false }, position) => {
    const known = site.sql.one<{ id: string }>(
      'select id from jira_options where field_id = ? and value = ?',
      [field.id, value],
    );
    site.sql.put(
      'jira_options',
      [id ?? known?.id ?? nextId(site, 'jira_options'), field.id, value, Number(disabled), position],
      'replace',
    );
  });
}

function createProject(site: Site, input: NewProject): { id: number; key: string } {
  const id = input.id ?? Number(nextId(site, 'jira_projects'));
  site.sql.run('insert into jira_projects values (?, ?, ?, ?, ?, ?, 0)', [
    id,
    input.key,
    input.name,
    input.description ?? '',
    input.type ?? 'business',
    input.lead ?? null,
  ]);
  input.issueTypes.forEach((type, position) => {
    const typeId = idOf(site, 'jira_issue_types', type.name);
    site.sql.put('jira_project_types', [id, typeId, idOf(site, 'jira_workflows', type.workflow), position]);
    type.fields?.forEach((field, index) =>
      site.sql.put('jira_screens', [id, typeId, field.id, Number(field.required ?? false), index]),
    );
  });
  for (const level of input.securityLevels ?? []) defineSecurityLevel(site, id, level);
  for (const { issueType, ...type } of input.requestTypes ?? [])
    defineRequestType(site, id, { ...type, issueTypeId: idOf(site, 'jira_issue_types', issueType) });
  for (const name of input.components ?? [])
    site.sql.run('insert into jira_components (project_id, name) values (?, ?)', [id, name]);
  for (const [role, { groups = [], users = [] }] of Object.entries(input.roles ?? {})) {
    const roleId = defineRole(site, role);
    for (const who of groups)
      site.sql.put('jira_role_actors', [id, roleId, 'group', site.users.createGroup(who).name], 'ignore');
    for (const who of users) site.sql.put('jira_role_actors', [id, roleId, 'user', who], 'ignore');
  }
  for (const [permission, holders] of Object.entries({ ...DEFAULT_SCHEME, ...input.permissions })) {
    for (const holder of holders)
      site.sql.put('jira_grants', [id, permission, holder.kind, whoOf(holder)], 'ignore');
  }
  return { id, key: input.key };
}

function defineRole(site: Site, name: string): number {
  site.sql.put('jira_roles', [Number(nextId(site, 'jira_roles')), name], 'ignore');
  return Number(idOf(site, 'jira_roles', name));
}

/** The part of the seeding interface that shapes the site, before there are issues. */
export const structureSeeding = (site: Site): Omit<JiraSeeding, 'importIssue' | 'users'> => ({
  defineWorkflow: (workflow) => site.sql.tx(() => defineWorkflow(site, workflow)),
  defineField: (field) => site.sql.tx(() => defineField(site, field)),
  createProject: (project) => site.sql.tx(() => createProject(site, project)),
  grantGlobal: (permission, holder) =>
    site.sql.put('jira_global_grants', [permission, holder.kind, whoOf(holder)], 'ignore'),
  grantInProjects: (permission, holder) =>
    void site.sql.run('insert or ignore into jira_grants select id, ?, ?, ? from jira_projects', [
      permission,
      holder.kind,
      whoOf(holder),
    ]),
  setNativeSlas: (projectKey, slas) => setSlas(site, projectKey, slas),
  setAppAccess: (projects) =>
    void site.sql.run("insert or replace into jira_settings values ('appProjects', ?)", [
      projects === 'all' ? 'all' : projects.join(','),
    ]),
});
