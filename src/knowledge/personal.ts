/** People in what is kept of articles: who linked one, who said that it helped. */
import { type PersonalRows, rowsOf } from '../work/personal-rows';

export const knowledgeRows: readonly PersonalRows[] = [
  rowsOf('article-link', 'at'),
  rowsOf('vote', 'at'),
  rowsOf('article-stats'),
];
