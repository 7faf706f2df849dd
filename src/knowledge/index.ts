/** Articles: links to requests, votes, counts, the byline. */
export { mendKnowledge, store } from './announce';
export { pageChanged } from './page-changed';
export { pageCopied } from './page-copied';
