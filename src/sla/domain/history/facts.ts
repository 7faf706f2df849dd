/** Comments, links and moves as facts. */
import type { CommentAuthor, Fact } from '../model';
import type { CommentGroups } from './comment-groups';
import type { ChangelogEntry, ChangelogItem, JiraComment } from './schema';

/**
 * A comment as a fact. The reporter is the requester even when they are also an agent; accounts of type
 * `app` (Pledge, Automation) never count as people. Restricted comments and those a customer can't see are internal.
 * `groups`: those of the authors' groups that triggers name.
 */
export const commentFact = (
  comment: JiraComment,
  requester: string | null,
  groups: CommentGroups = {},
): Fact => {
  const by = comment.author?.accountId ?? null;
  const known = by === null ? undefined : groups[by];
  return {
    kind: 'comment',
    at: comment.created,
    id: comment.id,
    by,
    author: authorKind(comment, requester),
    public: comment.jsdPublic !== false && !comment.visibility,
    ...(known === undefined ? {} : { groups: known }),
  };
};

const authorKind = ({ author }: JiraComment, requester: string | null): CommentAuthor => {
  if (author?.accountType === 'app') return 'app';
  return author && author.accountId === requester ? 'requester' : 'agent';
};

/**
 * A link made or removed; Jira names it only in words: `This issue blocks KEY-1`. `nth` tells several links of
 * one entry apart.
 */
export const linkFact = (entry: Omit<ChangelogEntry, 'items'>, item: ChangelogItem, nth = 0): Fact => {
  const linked = item.to !== null;
  const other = (linked ? item.to : item.from) ?? '';
  const words = (linked ? item.toText : item.fromText) ?? '';
  const linkType = words
    .replace(/^this (issue|work item) /i, '')
    .replace(other, '')
    .trim();
  return {
    kind: 'link',
    at: entry.created,
    id: nth === 0 ? entry.id : `${entry.id}.${nth}`,
    by: entry.author?.accountId ?? null,
    linked,
    linkType,
  };
};

/** Whether an item tells of an issue link. */
export const isLinkItem = (item: ChangelogItem): boolean =>
  (item.fieldId ?? item.field).toLowerCase() === 'link';
