import { type Site } from '../site.ts';
import { indexText, type Setting, writeValues } from './apply.ts';
import { findIssue, type IssueRow } from './row.ts';

export interface NewIssue {
  readonly projectId: number;
  readonly typeId: string;
  readonly statusId: string;
  readonly reporter: string | null;
  readonly creator: string | null;
  readonly at: number;
  readonly values: readonly Setting[];
}

/** Writes a new issue under the next number of its project. Its creation is no history entry, as in Jira. */
export function insertIssue(site: Site, issue: NewIssue): IssueRow {
  return site.sql.tx(() => {
    site.sql.run('update jira_projects set last_number = last_number + 1 where id = ?', [issue.projectId]);
    const place = site.sql.one<{ key: string; last_number: number }>(
      'select key, last_number from jira_projects where id = ?',
      [issue.projectId],
    );
    if (!place) throw new Error(`There is no project ${issue.projectId} to create an issue in.`);
    const id = site.sql.run(
      `insert into jira_issues (key, number, project_id, type_id, status_id, priority_id, reporter, creator, summary, created, updated, status_changed)
       values (?, ?, ?, ?, ?, '3', ?, ?, '', ?, ?, ?)`,
      [
        `${place.key}-${place.last_number}`,
        place.last_number,
        issue.projectId,
        issue.typeId,
        issue.statusId,
        issue.reporter,
        issue.creator,
        issue.at,
        issue.at,
        issue.at,
      ],
    );
    const fresh = (): IssueRow => {
      const row = findIssue(site, id);
      if (!row) throw new Error('The issue just written is not there.');
      return row;
    };
    writeValues(site, fresh(), issue.values, issue.at);
    indexText(site, fresh());
    if (issue.reporter !== null)
      site.sql.run('insert or ignore into jira_watchers values (?, ?)', [id, issue.reporter]);
    return fresh();
  });
}
