import { docOf } from '../../shared/adf.ts';
import { project, statuses, typesOfProject, workflowOf } from '../catalog/catalog.ts';
import { insertComment } from '../comments/add.ts';
import { allFields, fieldOf } from '../fields/definitions.ts';
import { applySettings, type Setting } from '../issues/apply.ts';
import { insertIssue } from '../issues/insert.ts';
import { findIssue, type IssueRow, reload, storedIn } from '../issues/row.ts';
import { readSettings } from '../issues/settings.ts';
import { setProperty } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { APP_ACCOUNT_ID } from '../../users/directory.ts';
import { type HistoricalChange, type ImportedIssue } from '../types.ts';

function settingsFor(
  site: Site,
  projectId: number,
  row: IssueRow | undefined,
  values: Readonly<Record<string, unknown>>,
): readonly Setting[] {
  const allowed = new Set(allFields(site).map((field) => field.id));
  const { settings, errors } = readSettings(
    site,
    { fields: values },
    { projectId, allowed, current: (field) => (row ? storedIn(row, field) : null) },
  );
  if (Object.keys(errors).length > 0)
    throw new Error(`The imported issue is not valid: ${JSON.stringify(errors)}`);
  return settings;
}

/** Sets a status by name; arriving at done sets a resolution and leaving it clears it, unless the change says otherwise. */
function statusOf(site: Site, change: HistoricalChange): Setting[] {
  const name = change.set['status'];
  if (typeof name !== 'string') return [];
  const found = statuses(site).find((one) => one.name === name);
  const status = fieldOf(site, 'status');
  const resolution = fieldOf(site, 'resolution');
  if (!found || !status || !resolution) throw new Error(`There is no status '${name}'.`);
  const implied =
    'resolution' in change.set
      ? []
      : [{ field: resolution, value: found.category === 'DONE' ? '10000' : null }];
  return [{ field: status, value: found.id }, ...implied];
}

function applyPast(site: Site, row: IssueRow, change: HistoricalChange): void {
  const { status: _status, ...others } = change.set;
  const settings = [...statusOf(site, change), ...settingsFor(site, row.project_id, row, others)];
  applySettings(site, row, settings, change.author, change.at);
}

/** Writes an issue with its past, oldest first. Comments and changes are interleaved by their instants. */
export function importIssue(site: Site, input: ImportedIssue): { id: string; key: string } {
  const home = project(site, input.project);
  const type = home && typesOfProject(site, home.id).find((one) => one.name === input.issueType);
  const workflow = home && type && workflowOf(site, home.id, type.id);
  if (!home || !type || !workflow)
    throw new Error(`There is no issue type '${input.issueType}' in '${input.project}'.`);
  return site.sql.tx(() => {
    const description =
      typeof input.fields['description'] === 'string'
        ? { description: docOf(input.fields['description']) }
        : {};
    const parent = input.parent === undefined ? {} : { parent: { key: input.parent } };
    const values = settingsFor(site, home.id, undefined, { ...input.fields, ...description, ...parent });
    const row = insertIssue(site, {
      projectId: home.id,
      typeId: type.id,
      statusId: workflow.initial,
      reporter: input.reporter,
      creator: input.byApp ? APP_ACCOUNT_ID : input.reporter,
      at: input.createdAt,
      values,
    });
    const past = [
      ...(input.history ?? []).map((change) => ({
        at: change.at,
        write: (now: IssueRow) => applyPast(site, now, change),
      })),
      ...(input.comments ?? []).map((comment) => ({
        at: comment.at,
        write: (now: IssueRow) => {
          const body = typeof comment.body === 'string' ? docOf(comment.body) : comment.body;
          const { visibility, author, at } = comment;
          insertComment(site, now, { body, visibility, properties: [] }, author, at);
        },
      })),
    ].sort((a, b) => a.at - b.at);
    for (const step of past) step.write(reload(site, row));
    for (const [key, value] of Object.entries(input.properties ?? {}))
      setProperty(site, 'issue', row.id, key, value);
    for (const accountId of input.watchers ?? [])
      site.sql.put('jira_watchers', [row.id, accountId], 'ignore');
    return { id: String(row.id), key: findIssue(site, row.id)?.key ?? '' };
  });
}
