import { type AdfNode, mentionsOf, textOfAdf } from '../../shared/adf.ts';
import { type CommentRow, canRead } from '../comments/row.ts';
import { type IssueRow } from '../issues/row.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type Mail } from '../types.ts';

interface Message {
  readonly kind: Mail['kind'];
  readonly sender: string | null;
  readonly subject: string;
  readonly body: string;
}

const watchersOf = (site: Site, issueId: number): string[] =>
  site.sql
    .all<{ account_id: string }>(
      'select account_id from jira_watchers where issue_id = ? order by account_id',
      [issueId],
    )
    .map((row) => row.account_id);

/** Writes one mail to each account that may see the issue; answers who was told. */
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
      'insert into jira_mails (issue_key, kind, sender, account_id, subject, body, created) values (?, ?, ?, ?, ?, ?, ?)',
      [issue.key, message.kind, message.sender, accountId, message.subject, message.body, site.clock.now()],
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
    sender: comment.author,
    subject: `You were mentioned on ${issue.key}: ${issue.summary}`,
    body: text,
  });
  const others = readers(watchersOf(site, issue.id)).filter((accountId) => !mentioned.includes(accountId));
  send(site, issue, others, {
    kind: 'watcher',
    sender: comment.author,
    subject: `${issue.key}: ${issue.summary}`,
    body: text,
  });
}

/** Every mail, oldest first. */
export const mails = (site: Site): Mail[] =>
  site.sql.all(
    `select issue_key as issueKey, kind, sender, account_id as accountId, subject, body, created as at from jira_mails order by id`,
  );
