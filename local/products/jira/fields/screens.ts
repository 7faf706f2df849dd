import { type Actor } from '../../../kernel/types.ts';
import { can, type IssuePeople } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type Field, fieldOf } from './definitions.ts';

export interface OnScreen {
  readonly field: Field;
  readonly required: boolean;
}

const STANDARD = [
  'summary',
  'issuetype',
  'project',
  'description',
  'reporter',
  'priority',
  'labels',
  'assignee',
  'components',
  'duedate',
  'environment',
  'parent',
];
const ALWAYS_REQUIRED = new Set(['summary', 'issuetype', 'project']);

/** The fields that the create and edit screens of an issue type in a project offer, in order. */
export function screenOf(site: Site, projectId: number, typeId: string, subtask: boolean): OnScreen[] {
  const own = site.sql.all<{ field_id: string; required: number }>(
    'select field_id, required from jira_screens where project_id = ? and issue_type_id = ? order by position',
    [projectId, typeId],
  );
  const requiredOf = new Map(own.map((row) => [row.field_id, row.required === 1]));
  const ids = [...new Set([...STANDARD, ...own.map((row) => row.field_id)])];
  return ids.flatMap((id) => {
    const field = fieldOf(site, id);
    const required = ALWAYS_REQUIRED.has(id) || (id === 'parent' && subtask) || (requiredOf.get(id) ?? false);
    return field ? [{ field, required }] : [];
  });
}

/** Fields that only some people may set. */
const GUARDED: Readonly<Record<string, string>> = {
  reporter: 'MODIFY_REPORTER',
  assignee: 'ASSIGN_ISSUES',
  security: 'SET_ISSUE_SECURITY',
};

/** Of a screen what the actor may set, on creation or of this issue. */
export const openTo = (
  site: Site,
  actor: Actor,
  projectId: number,
  screen: readonly OnScreen[],
  issue?: IssuePeople,
): OnScreen[] =>
  screen.filter(({ field }) => {
    const permission = GUARDED[field.id];
    return permission === undefined || can(site, actor, permission, projectId, issue);
  });
