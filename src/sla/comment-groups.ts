/** For screens that replay by themselves: few people may ask Jira for other people's groups. */
import { commentsOf } from '../platform/jira/history';
import { type CommentGroups, groupsInComments } from './domain/history';
import type { SlaDefinitions } from './domain/model';
import { commentGroupsOf } from './runtime/comment-groups';

/**
 * Who of those who commented on an issue is in which group that comment triggers name; null, without asking Jira, when
 * none is named. Of an issue that is gone nobody commented.
 */
export const groupsOfCommenters = async (
  issueId: string,
  definitions: SlaDefinitions,
): Promise<CommentGroups | null> =>
  groupsInComments(definitions).size === 0
    ? null
    : commentGroupsOf((await commentsOf(issueId)) ?? [], definitions);
