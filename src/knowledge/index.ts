/** Articles: links to requests, votes, counts, the byline. */
export { changePage } from './change-page';
export { itemsFor, pinnedPages, type KnowledgeItem } from './domain/items';
export { itemCard } from './item-card';
export { issueKnowledge, readableLinks, withLink } from './issue-knowledge';
export { linkArticle, unlinkArticle } from './link-article';
export { markSolved } from './mark-solved';
export { mendPages } from './mend-pages';
export { pageChanged } from './page-changed';
export { pageCopied } from './page-copied';
export { pageSummary } from './page-summary';
export { refreshByline, type WriteByline } from './refresh-byline';
export { VOTE_REASONS } from './schemas';
export { knowledgeStore } from './store';
export { castVote } from './vote';
