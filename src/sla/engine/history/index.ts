/** History of an issue from what Jira answers: pure, so that a function and the panel in the browser agree. */
export { buildHistory, judgingOf, type HistorySources } from './build-history';
export { groupsInComments, judgedBy, listensToComments, listensToInternal } from './comment-groups';
export {
  isPublic,
  type JudgedComments,
  type Judging,
  type Standing,
  type Standings,
  strangersIn,
} from './judge-comments';
export { type KeptComment, type KeptComments, MOST_KEPT } from './kept-comments';
export { fieldsOfIssue, restNameOf } from './field-values';
export { projectsInScope } from './scope-projects';
export { fieldsOf, watchedFields } from './fields-of';
export { type GroupedHistory, withGroup } from './with-group';
export {
  changelogPageSchema,
  commentPageSchema,
  jiraIssueSchema,
  statusCategoriesOf,
  statusListSchema,
  type ChangelogEntry,
  type ChangelogItem,
  type JiraComment,
  type JiraIssue,
  type StatusCategories,
} from './schema';
