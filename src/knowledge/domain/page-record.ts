import type * as v from 'valibot';
import type { ReadOnly } from '../../kernel/read-only';
import type { ArticleLink, SolvedMark, Vote } from './model';
import type { pageSchema } from './schemas';

export type PageRecord = ReadOnly<v.InferOutput<typeof pageSchema>>;
export type Byline = NonNullable<PageRecord['byline']>;

export const emptyPage = (pageId: string, title: string): PageRecord => ({
  schema: 1,
  pageId,
  rev: 0,
  title,
  linkedIssues: 0,
  resolved: 0,
  solved: 0,
  helpful: 0,
  notHelpful: 0,
  byline: null,
});

const resolvedBy = (link: ArticleLink | null): number => (link?.kind === 'resolved' ? 1 : 0);
const present = (value: unknown): number => (value === null ? 0 : 1);

/** The counts after a link to an issue changed from `before` to `after`; null stands for no link. */
export const afterLink = (
  page: PageRecord,
  before: ArticleLink | null,
  after: ArticleLink | null,
): PageRecord => ({
  ...page,
  linkedIssues: page.linkedIssues + present(after) - present(before),
  resolved: page.resolved + resolvedBy(after) - resolvedBy(before),
});

export const afterSolved = (page: PageRecord): PageRecord => ({ ...page, solved: page.solved + 1 });

/** The counts after a person's vote on one version was given (`before` null) or replaced. */
export const afterVote = (page: PageRecord, before: Vote | null, after: Vote): PageRecord => ({
  ...page,
  helpful: page.helpful + Number(after.helpful) - Number(before?.helpful ?? false),
  notHelpful: page.notHelpful + Number(!after.helpful) - Number(before !== null && !before.helpful),
});

/** The counts made anew from everything stored about the page: what the running counts must always equal. */
export const recount = (
  page: PageRecord,
  links: readonly ArticleLink[],
  marks: readonly SolvedMark[],
  votes: readonly Vote[],
): PageRecord => {
  const toIssues = links.filter((link) => link.target === 'issue');
  return {
    ...page,
    linkedIssues: toIssues.length,
    resolved: toIssues.filter((link) => link.kind === 'resolved').length,
    solved: marks.length,
    helpful: votes.filter((vote) => vote.helpful).length,
    notHelpful: votes.filter((vote) => !vote.helpful).length,
  };
};

/** Whether two records count the same. */
export const sameCounts = (a: PageRecord, b: PageRecord): boolean =>
  a.linkedIssues === b.linkedIssues &&
  a.resolved === b.resolved &&
  a.solved === b.solved &&
  a.helpful === b.helpful &&
  a.notHelpful === b.notHelpful;
