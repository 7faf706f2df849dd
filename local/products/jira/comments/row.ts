import { type Actor } from '../../../kernel/types.ts';
import { accountOf } from '../../users/directory.ts';
import { type IssueRow } from '../issues/row.ts';
import { can, rolesOf } from '../permissions/can.ts';
import { type Site } from '../site.ts';

export interface CommentRow {
  readonly id: number;
  readonly issue_id: number;
  readonly author: string | null;
  readonly editor: string | null;
  readonly created: number;
  readonly updated: number;
  readonly body: string;
  readonly visibility: string | null;
  readonly internal: number;
}

export interface Visibility {
  readonly type: 'role' | 'group';
  readonly value: string;
  readonly identifier?: string | undefined;
}

export const visibilityOf = (row: CommentRow): Visibility | undefined =>
  row.visibility === null ? undefined : (JSON.parse(row.visibility) as Visibility);

/** May the actor read this comment of an issue they can see? Restricted ones need the role or group, internal ones an agent. */
export function canRead(site: Site, actor: Actor, issue: IssueRow, comment: CommentRow): boolean {
  if (actor.kind === 'app') return true;
  const accountId = accountOf(actor);
  if (accountId === undefined) return comment.internal === 0 && comment.visibility === null;
  if (comment.internal === 1 && !can(site, actor, 'SERVICEDESK_AGENT', issue.project_id, issue)) return false;
  const limit = visibilityOf(comment);
  if (!limit) return true;
  if (limit.type === 'role') return rolesOf(site, issue.project_id, accountId).includes(limit.value);
  return site.users
    .groupsOf(accountId)
    .some((group) => group.name === limit.value || group.groupId === limit.identifier);
}

/** The comments of an issue the actor may read, oldest first. */
export const readableComments = (site: Site, actor: Actor, issue: IssueRow): CommentRow[] =>
  site.sql
    .all<CommentRow>('select * from jira_comments where issue_id = ? order by created, id', [issue.id])
    .filter((row) => canRead(site, actor, issue, row));
