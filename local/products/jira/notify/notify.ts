import { type AdfNode, mentionsOf, textOfAdf } from '../../shared/adf.ts';
import { type CommentRow, canRead } from '../comments/row.ts';
import { type IssueRow } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type Notification } from '../types.ts';

interface Message {
  readonly kind: Notification['kind'];
  readonly subject: string;
  readonly body: string;
}

export const watchersOf = (site: Site, issueId: number): string[] =>
  site.sql
    .all<{ account_id: string }>(
      'select account_id from jira_watchers where issue_id = ? order by account_id',
      [issueId],
    )
    .map((row) => row.account_id);

/** Writes one message to each account that may see the issue; answers who was told. */
export function send(site: Site, issue: IssueRow, accountIds: readonly string[], message: Message): string[] {
  const told = [...new Set(accountIds)].filter((accountId) => {
    const user = site.users.get(accountId);
    return (
      user?.active &&
      user.accountType !== 'app' &&
      can(site, { kind: 'user', accountId }, 'BROWSE_PROJECTS', issue.project_id, issue)
    );
  });
  for (const accountId of told) {
    site.sql.run(
      'insert into jira_notifications (issue_id, kind, account_id, subject, body, created) values (?, ?, ?, ?, ?, ?)',
      [issue.id, message.kind, accountId, message.subject, message.body, site.clock.now()],
    );
  }
  return told;
}

/** Tells those mentioned in a comment, then the watchers, except its author and who may not read it. */
export function notifyOfComment(site: Site, issue: IssueRow, comment: CommentRow, body: AdfNode): void {
  const readers = (ids: readonly string[]): string[] =>
    ids.filter(
      (accountId) =>
        accountId !== comment.author && canRead(site, { kind: 'user', accountId }, issue, comment),
    );
  const text = textOfAdf(body);
  const mentioned = send(site, issue, readers(mentionsOf(body)), {
    kind: 'mention',
    subject: `You were mentioned on ${issue.key}: ${issue.summary}`,
    body: text,
  });
  const others = readers(watchersOf(site, issue.id)).filter((accountId) => !mentioned.includes(accountId));
  send(site, issue, others, { kind: 'watcher', subject: `${issue.key}: ${issue.summary}`, body: text });
}

/** Everything people were told, oldest first. */
export const notifications = (site: Site): Notification[] =>
  site.sql.all(
    `select i.key as issueKey, n.kind as kind, n.account_id as accountId, n.subject as subject, n.body as body, n.created as at
     from jira_notifications n join jira_issues i on i.id = n.issue_id order by n.id`,
  );
