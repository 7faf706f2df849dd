import { type Actor } from '../../../kernel/types.ts';
import { type Cause } from '../../shared/events.ts';
import { badRequest, forbidden, invalidFields } from '../../shared/product-error.ts';
import {
  type IssueType,
  issueType,
  project,
  type Project,
  typesOfProject,
  workflowOf,
} from '../catalog/catalog.ts';
import { fieldOf } from '../fields/definitions.ts';
import { isEmpty } from '../fields/kind.ts';
import { screenOf } from '../fields/screens.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type ChangeItem, type MoveToSpace } from '../types.ts';
import { type Setting, writeValues } from './apply.ts';
import { type Change, itemsFor, recordChange } from './changelog.ts';
import { nextKey } from './insert.ts';
import { type IssueRow, reload, storedIn, subtasksOf } from './row.ts';
import { tellUpdated } from './tell.ts';
import { statusesOf } from './workflow.ts';

/** One issue's move: what it will be over there. */
interface Plan {
  readonly row: IssueRow;
  readonly target: Project;
  readonly settings: readonly Setting[];
  readonly workflow: ChangeItem | undefined;
}

/** Fields that a move sees to itself. */
const SEEN_TO = new Set(['project', 'issuetype', 'reporter', 'parent', 'components']);

function targetOf(site: Site, actor: Actor, row: IssueRow, key: string): Project {
  const target = project(site, key);
  if (!target || !can(site, actor, 'BROWSE_PROJECTS', target.id))
    throw badRequest('The space does not exist or you may not see it.');
  if (target.id === row.project_id) throw badRequest(`${row.key} is in this space already.`);
  if (!can(site, actor, 'MOVE_ISSUES', row.project_id, row))
    throw forbidden('You do not have permission to move issues out of this space.');
  if (!can(site, actor, 'CREATE_ISSUES', target.id))
    throw forbidden('You do not have permission to create issues in that space.');
  return target;
}

function typeIn(site: Site, target: Project, row: IssueRow, wanted: string | undefined): IssueType {
  const subtask = issueType(site, row.type_id)?.subtask;
  const types = typesOfProject(site, target.id).filter((type) => type.subtask === subtask);
  const type = types.find(({ id }) => id === (wanted ?? row.type_id));
  if (!type) throw invalidFields({ issuetype: 'Choose an issue type of that space.' });
  return type;
}

function statusIn(site: Site, target: Project, type: IssueType, row: IssueRow, wanted?: string): string {
  const there = statusesOf(site, target.id, type.id).map(({ id }) => id);
  if (wanted !== undefined && !there.includes(wanted))
    throw invalidFields({ status: 'Choose a status of the workflow in that space.' });
  const kept = there.includes(row.status_id) ? row.status_id : there[0];
  return wanted ?? kept ?? row.status_id;
}

/** The workflow as histories tell it: by its name. */
function workflowItem(site: Site, row: IssueRow, target: Project, type: IssueType): ChangeItem | undefined {
  const [from, to] = [
    workflowOf(site, row.project_id, row.type_id)?.id ?? '',
    workflowOf(site, target.id, type.id)?.id ?? '',
  ];
  const name = (id: string): string | null =>
    site.sql.one<{ name: string }>('select name from jira_workflows where id = ?', [id])?.name ?? null;
  if (from === to) return undefined;
  return { field: 'Workflow', fieldtype: 'jira', from, fromString: name(from), to, toString: name(to) };
}

function planOf(site: Site, row: IssueRow, target: Project, wanted: Omit<MoveToSpace, 'space'>): Plan {
  const type = typeIn(site, target, row, wanted.issueType);
  const missing = screenOf(site, target.id, type.id, type.subtask === 1).filter(
    ({ field, required }) => required && !SEEN_TO.has(field.id) && isEmpty(storedIn(row, field)),
  );
  if (missing.length > 0)
    throw invalidFields(
      Object.fromEntries(
        missing.map(({ field }) => [field.id, `${field.name} is required in ${target.name}.`]),
      ),
    );
  const values = {
    issuetype: type.id,
    status: statusIn(site, target, type, row, wanted.status),
    // Components are a space's own.
    components: [],
  };
  const settings = Object.entries(values).flatMap(([id, value]) => {
    const field = fieldOf(site, id);
    return field ? [{ field, value }] : [];
  });
  return { row, target, settings, workflow: workflowItem(site, row, target, type) };
}

function carryOut(site: Site, plan: Plan, author: string | null, at: number): Change {
  const { row, target, settings, workflow } = plan;
  const { key, number } = nextKey(site, target.id);
  const source = project(site, String(row.project_id));
  const real = settings.filter(
    ({ field, value }) => JSON.stringify(storedIn(row, field)) !== JSON.stringify(value),
  );
  const items: ChangeItem[] = [
    {
      field: 'project',
      fieldId: 'project',
      fieldtype: 'jira',
      from: String(row.project_id),
      fromString: source?.name ?? null,
      to: String(target.id),
      toString: target.name,
    },
    { field: 'Key', fieldtype: 'jira', from: null, fromString: row.key, to: null, toString: key },
    ...(workflow ? [workflow] : []),
    ...real.flatMap(({ field, value }) => itemsFor(site, field, storedIn(row, field), value)),
  ];
  writeValues(site, row, real, at);
  site.sql.put('jira_former_keys', [row.key, row.id]);
  site.sql.run('update jira_issues set key = ?, number = ?, project_id = ? where id = ?', [
    key,
    number,
    target.id,
    row.id,
  ]);
  return recordChange(site, row.id, author, at, items);
}

/**
 * Moves an issue with its subtasks to another space: a new key each, the old ones still found, one history entry each.
 * Throws 400 for what Jira would ask again, 403 without the permissions.
 */
export function moveToSpace(
  site: Site,
  actor: Actor,
  row: IssueRow,
  { space, ...wanted }: MoveToSpace,
  cause: Cause,
): IssueRow {
  if (issueType(site, row.type_id)?.subtask === 1) throw badRequest('A subtask moves with its parent.');
  const target = targetOf(site, actor, row, space);
  const children = subtasksOf(site, row);
  const plans = [planOf(site, row, target, wanted), ...children.map((one) => planOf(site, one, target, {}))];
  const at = site.clock.now();
  const author = cause.accountId ?? null;
  const changes = site.sql.tx(() => plans.map((plan) => carryOut(site, plan, author, at)));
  plans.forEach((plan, index) => {
    const change = changes[index];
    if (change) tellUpdated(site, reload(site, plan.row), change, cause);
  });
  return reload(site, row);
}
