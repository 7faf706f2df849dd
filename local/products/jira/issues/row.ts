import { type Actor } from '../../../kernel/types.ts';
import { notFound } from '../../shared/product-error.ts';
import { type Call } from '../../shared/router.ts';
import { type Cell } from '../../shared/sql.ts';
import { type Field } from '../fields/definitions.ts';
import { type Stored } from '../fields/kind.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';

export interface IssueRow {
  readonly id: number;
  readonly key: string;
  readonly project_id: number;
  readonly type_id: string;
  readonly status_id: string;
  readonly security_id: string | null;
  readonly priority_id: string | null;
  readonly resolution_id: string | null;
  readonly assignee: string | null;
  readonly reporter: string | null;
  readonly creator: string | null;
  readonly summary: string;
  readonly description: string | null;
  readonly environment: string | null;
  readonly parent_id: number | null;
  readonly created: number;
  readonly updated: number;
  readonly resolved: number | null;
  readonly due: string | null;
  readonly status_changed: number;
  readonly labels: string;
  readonly components: string;
  readonly fields: string;
}

/** Where the value of a system field lives, and whether as JSON. */
export const COLUMNS: Readonly<Record<string, { readonly column: keyof IssueRow; readonly json?: boolean }>> =
  {
    summary: { column: 'summary' },
    description: { column: 'description', json: true },
    environment: { column: 'environment', json: true },
    issuetype: { column: 'type_id' },
    status: { column: 'status_id' },
    security: { column: 'security_id' },
    priority: { column: 'priority_id' },
    resolution: { column: 'resolution_id' },
    assignee: { column: 'assignee' },
    reporter: { column: 'reporter' },
    creator: { column: 'creator' },
    duedate: { column: 'due' },
    labels: { column: 'labels', json: true },
    components: { column: 'components', json: true },
    parent: { column: 'parent_id' },
  };

/** The custom values of an issue by field id. */
export const customValues = (row: IssueRow): Readonly<Record<string, Stored>> =>
  JSON.parse(row.fields) as Record<string, Stored>;

/** What the field holds in this issue. */
export function storedIn(row: IssueRow, field: Field): Stored {
  if (field.custom) return customValues(row)[field.id] ?? null;
  const place = COLUMNS[field.id];
  if (!place) return null;
  const value = row[place.column];
  return place.json && typeof value === 'string' ? (JSON.parse(value) as Stored) : value;
}

const MISSING = 'Issue does not exist or you do not have permission to see it.';

/** An issue by its id, its key or one it had before it was moved, whoever asks. */
export const findIssue = (site: Site, idOrKey: string | number): IssueRow | undefined => {
  const numeric: Cell = /^\d+$/.test(String(idOrKey)) ? Number(idOrKey) : -1;
  const key = String(idOrKey).toUpperCase();
  return site.sql.one(
    'select * from jira_issues where id = ? or key = ? or id = (select issue_id from jira_former_keys where key = ?)',
    [numeric, key, key],
  );
};

/** An issue the actor may browse; else 404, the same for absent and for hidden. */
export function visibleIssue(site: Site, actor: Actor, idOrKey: string | number): IssueRow {
  const row = findIssue(site, idOrKey);
  if (!row || !can(site, actor, 'BROWSE_PROJECTS', row.project_id, row)) throw notFound(MISSING);
  return row;
}

/** The issue again, after a write. */
export function reload(site: Site, row: IssueRow): IssueRow {
  const fresh = findIssue(site, row.id);
  if (!fresh) throw notFound(MISSING);
  return fresh;
}

/** The subtasks of an issue, oldest first. */
export const subtasksOf = (site: Site, row: IssueRow): IssueRow[] =>
  site.sql.all(
    'select i.* from jira_issues i join jira_issue_types t on t.id = i.type_id where i.parent_id = ? and t.subtask = 1 order by i.id',
    [row.id],
  );

/** The issue of a call, which the caller may browse. */
export const issueIn = (site: Site, call: Call): IssueRow =>
  visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
