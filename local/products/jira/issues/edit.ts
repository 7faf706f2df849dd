import { type Actor } from '../../../kernel/types.ts';
import { type Cause } from '../../shared/events.ts';
import { forbidden, invalidFields } from '../../shared/product-error.ts';
import { issueType } from '../catalog/catalog.ts';
import { isEmpty } from '../fields/kind.ts';
import { openTo, screenOf } from '../fields/screens.ts';
import { can } from '../permissions/can.ts';
import { setProperty } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { applySettings } from './apply.ts';
import { type IssueUpdate } from './request.ts';
import { type IssueRow, reload, storedIn } from './row.ts';
import { readSettings } from './settings.ts';
import { tellProperties, tellUpdated } from './tell.ts';

const DENIED = 'You do not have permission to edit issues in this project.';

/** The field ids the actor may edit in this issue. */
export function editableFields(site: Site, actor: Actor, row: IssueRow): Set<string> {
  const screen = screenOf(site, row.project_id, row.type_id, issueType(site, row.type_id)?.subtask === 1);
  const open = openTo(site, actor, row.project_id, screen, row);
  return new Set(open.map(({ field }) => field.id).filter((id) => id !== 'project'));
}

/** Edits an issue in one history entry. Throws 400 with a sentence per refused field, 403 without the permission. */
export function editIssue(site: Site, actor: Actor, row: IssueRow, asked: IssueUpdate, cause: Cause): void {
  if (!can(site, actor, 'EDIT_ISSUES', row.project_id, row)) throw forbidden(DENIED);
  const frame = {
    projectId: row.project_id,
    actor,
    allowed: editableFields(site, actor, row),
    current: (field: Parameters<typeof storedIn>[1]) => storedIn(row, field),
  };
  const { settings, errors } = readSettings(site, asked, frame);
  const required = screenOf(site, row.project_id, row.type_id, false).filter((one) => one.required);
  const emptied = settings.filter(
    ({ field, value }) => isEmpty(value) && required.some((one) => one.field.id === field.id),
  );
  const refusals = {
    ...Object.fromEntries(emptied.map(({ field }) => [field.id, `${field.name} is required.`])),
    ...errors,
  };
  if (Object.keys(refusals).length > 0) throw invalidFields(refusals);
  const at = site.clock.now();
  const change = site.sql.tx(() => {
    for (const { key, value } of asked.properties ?? []) setProperty(site, 'issue', row.id, key, value);
    return applySettings(site, row, settings, cause.accountId ?? null, at);
  });
  if (change) tellUpdated(site, reload(site, row), change, cause);
  tellProperties(site, row, asked.properties ?? [], at, cause);
}
