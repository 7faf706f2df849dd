import { type Actor } from '../../../kernel/types.ts';
import { type Cause } from '../../shared/events.ts';
import { invalidFields } from '../../shared/product-error.ts';
import { accountOf } from '../../users/directory.ts';
import { type IssueType, project, type Project, typesOfProject, workflowOf } from '../catalog/catalog.ts';
import { isEmpty, textAt } from '../fields/kind.ts';
import { openTo, screenOf } from '../fields/screens.ts';
import { can } from '../permissions/can.ts';
import { setProperty } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { type Setting } from './apply.ts';
import { insertIssue } from './insert.ts';
import { type IssueUpdate } from './request.ts';
import { findIssue, type IssueRow } from './row.ts';
import { readSettings } from './settings.ts';
import { issueForEvent, tell, tellProperties } from './tell.ts';

interface Target {
  readonly project: Project;
  readonly type: IssueType;
  readonly workflow: { readonly initial: string };
}

function targetOf(site: Site, actor: Actor, fields: Readonly<Record<string, unknown>>): Target {
  const asked = fields['project'];
  const found = project(site, textAt(asked, 'id') ?? textAt(asked, 'key') ?? '');
  if (!found || !can(site, actor, 'BROWSE_PROJECTS', found.id))
    throw invalidFields({ project: 'Specify a valid project ID or key' });
  if (!can(site, actor, 'CREATE_ISSUES', found.id))
    throw invalidFields({ project: 'You do not have permission to create issues in this project.' });
  const wanted = fields['issuetype'];
  const id = textAt(wanted, 'id');
  const type = typesOfProject(site, found.id).find((one) =>
    id === undefined ? one.name === textAt(wanted, 'name') : one.id === id,
  );
  const workflow = type && workflowOf(site, found.id, type.id);
  if (!type || !workflow) throw invalidFields({ issuetype: 'Specify a valid issue type' });
  return { project: found, type, workflow };
}

/** Reads and checks a request to create; throws 400 with a sentence per refused field. */
function readCreation(site: Site, actor: Actor, asked: IssueUpdate, target: Target): readonly Setting[] {
  const screen = screenOf(site, target.project.id, target.type.id, target.type.subtask === 1);
  const allowed = new Set(openTo(site, actor, target.project.id, screen).map(({ field }) => field.id));
  const { project: _project, issuetype: _type, ...fields } = asked.fields ?? {};
  const { settings, errors } = readSettings(
    site,
    { fields, update: asked.update },
    { projectId: target.project.id, allowed, current: () => null, actor },
  );
  const given = new Map(settings.map(({ field, value }) => [field.id, value]));
  const missing: Record<string, string> = {};
  for (const { field, required } of screen) {
    const implied = field.id === 'project' || field.id === 'issuetype' || field.id === 'reporter';
    if (!required || implied || field.id in errors || !isEmpty(given.get(field.id) ?? null)) continue;
    missing[field.id] =
      field.id === 'summary' ? 'You must specify a summary of the issue.' : `${field.name} is required.`;
  }
  const parent = given.get('parent');
  const parentRow = typeof parent === 'number' ? findIssue(site, parent) : undefined;
  if (parentRow && !can(site, actor, 'BROWSE_PROJECTS', parentRow.project_id, parentRow))
    missing['parent'] = 'Could not find issue by id or key.';
  const refusals = { ...missing, ...errors };
  if (Object.keys(refusals).length > 0) throw invalidFields(refusals);
  return settings;
}

/** Creates an issue for the actor with its properties, and tells so. Throws 400 with a sentence per refused field. */
export function createIssue(site: Site, actor: Actor, asked: IssueUpdate, cause: Cause): IssueRow {
  const target = targetOf(site, actor, asked.fields ?? {});
  const values = readCreation(site, actor, asked, target);
  const given = values.find(({ field }) => field.id === 'reporter')?.value;
  const reporter = typeof given === 'string' ? given : (accountOf(actor) ?? null);
  const at = site.clock.now();
  const row = site.sql.tx(() => {
    const fresh = insertIssue(site, {
      projectId: target.project.id,
      typeId: target.type.id,
      statusId: target.workflow.initial,
      reporter,
      creator: accountOf(actor) ?? null,
      at,
      values,
    });
    for (const { key, value } of asked.properties ?? []) setProperty(site, 'issue', fresh.id, key, value);
    return fresh;
  });
  tell(site, 'avi:jira:created:issue', at, cause, { issue: issueForEvent(site, row) });
  tellProperties(site, row, asked.properties ?? [], at, cause);
  return row;
}
