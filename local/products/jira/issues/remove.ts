import { type Actor } from '../../../kernel/types.ts';
import { type Cause } from '../../shared/events.ts';
import { badRequest, forbidden } from '../../shared/product-error.ts';
import { can } from '../permissions/can.ts';
import { deleteProperties } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { type IssueRow, subtasksOf } from './row.ts';
import { issueForEvent, tell } from './tell.ts';

const TABLES = [
  'jira_changes',
  'jira_comments',
  'jira_attachments',
  'jira_watchers',
  'jira_former_keys',
] as const;

function erase(site: Site, row: IssueRow): void {
  for (const { id } of site.sql.all<{ id: number }>('select id from jira_comments where issue_id = ?', [
    row.id,
  ]))
    deleteProperties(site, 'comment', id);
  for (const table of TABLES) site.sql.run(`delete from ${table} where issue_id = ?`, [row.id]);
  site.sql.run('delete from jira_links where outward = ? or inward = ?', [row.id, row.id]);
  site.sql.run('delete from jira_text where rowid = ?', [row.id]);
  deleteProperties(site, 'issue', row.id);
  site.sql.run('delete from jira_issues where id = ?', [row.id]);
}

/** Deletes an issue, with its subtasks if asked. One that has subtasks is refused otherwise, as Jira does. */
export function removeIssue(
  site: Site,
  actor: Actor,
  row: IssueRow,
  withSubtasks: boolean,
  cause: Cause,
): void {
  if (!can(site, actor, 'DELETE_ISSUES', row.project_id, row))
    throw forbidden('You do not have permission to delete issues in this project.');
  const children = subtasksOf(site, row);
  if (children.length > 0 && !withSubtasks) {
    throw badRequest(
      `The issue '${row.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  const gone = [...children, row].map((one) => ({ row: one, issue: issueForEvent(site, one) }));
  site.sql.tx(() => {
    for (const one of gone) erase(site, one.row);
    site.sql.run('update jira_issues set parent_id = null where parent_id = ?', [row.id]);
  });
  for (const { issue } of gone) tell(site, 'avi:jira:deleted:issue', site.clock.now(), cause, { issue });
}
