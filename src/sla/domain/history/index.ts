/** History of an issue from what Jira answers: pure, so that a function and the panel in the browser agree. */
export { buildHistory, byTimeThenId, judgingOf, mergeChanges, type HistorySources } from './build-history';
export { changeOfItemAfter, fieldOfItem, sameValue } from './changes';
export { groupsInComments, judgedBy, listensToComments, listensToInternal } from './comment-groups';
export {
  isPublic,
  judgeComments,
  type JudgedComments,
  type Judging,
  type Standing,
  type Standings,
  strangersIn,
} from './judge-comments';
export { fittedKept, type KeptComment, type KeptComments, MOST_KEPT } from './kept-comments';
export { isLinkItem, linkFact } from './link-facts';
export { categoryInside, fieldsOfIssue, fieldValueOf, restNameOf } from './field-values';
export { outOfEveryScope } from './scope-excludes';
export { projectsInScope } from './scope-projects';
export { fieldsOf, watchedFields } from './fields-of';
export { type GroupedHistory, withGroup } from './with-group';
export {
  changelogEntrySchema,
  changelogItemSchema,
  changelogPageSchema,
  commentPageSchema,
  commentSchema,
  jiraIssueSchema,
  parseInstant,
  statusCategoriesOf,
  statusListSchema,
  type ChangelogEntry,
  type ChangelogItem,
  type JiraComment,
  type JiraIssue,
  type StatusCategories,
} from './schema';
