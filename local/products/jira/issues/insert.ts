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

/** The next number of a project, and the key an issue has by it. Nobody else gets it. */
export function nextKey(site: Site, projectId: number): { readonly key: string; readonly number: number } {
  site.sql.run('update jira_projects set last_number = last_number + 1 where id = ?', [projectId]);
  const place = site.sql.one<{ key: string; last_number: number }>(
    'select key, last_number from jira_projects where id = ?',
    [projectId],
  );
  if (!place) throw new Error(`There is no project ${projectId} to put an issue in.`);
  return { key: `${place.key}-${place.last_number}`, number: place.last_number };
}

/** Writes a new issue under the next number of its project. Its creation is no history entry, as in Jira. */
export function insertIssue(site: Site, issue: NewIssue): IssueRow {
  return site.sql.tx(() => {
    const { key, number } = nextKey(site, issue.projectId);
    const id = site.sql.run(
      `insert into jira_issues (key, number, project_id, type_id, status_id, priority_id, reporter, creator, summary, created, updated, status_changed)
       values (?, ?, ?, ?, ?, '3', ?, ?, '', ?, ?, ?)`,
      [
        key,
        number,
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
    if (issue.reporter !== null) site.sql.put('jira_watchers', [id, issue.reporter], 'ignore');
    return fresh();
  });
}
