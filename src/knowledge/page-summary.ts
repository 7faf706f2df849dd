import type { ArticleStats, PageSummary } from './domain/answers';
import { emptyPage, type PageRecord } from './domain/page-record';
import type { KnowledgeItem } from './domain/items';
import type { KnowledgeStore, ReadablePage, ReadIssues } from './ports';

/** As many issues as one request to Jira reads. */
const MOST_ISSUES = 100;

/** A record's counts as one viewer may know them: items and issues they can't see are not in it. */
const statsFor = (
  record: PageRecord,
  items: readonly KnowledgeItem[],
  visible: { readonly linkedIssues: number; readonly resolved: number },
): ArticleStats => ({
  helpful: record.helpful,
  notHelpful: record.notHelpful,
  resolved: visible.resolved + record.solved,
  linkedIssues: visible.linkedIssues,
  items: items
    .filter((item) => item.available && item.pages.includes(record.pageId))
    .map((item) => ({ id: item.id, name: item.name })),
});

/** A page's counts and linked issues as one viewer may know them: of the newest hundred those they can browse. */
export const pageStats = async (
  store: Pick<KnowledgeStore, 'page' | 'linksOfPage'>,
  readIssues: ReadIssues,
  page: ReadablePage,
  items: readonly KnowledgeItem[],
): Promise<Pick<PageSummary, 'stats' | 'issues'>> => {
  const [record, links] = await Promise.all([store.page(page.id), store.linksOfPage(page.id)]);
  const newest = links.filter((link) => link.target === 'issue').slice(0, MOST_ISSUES);
  const seen = new Map(
    (await readIssues(newest.map((link) => link.targetId))).map((issue) => [issue.id, issue]),
  );
  const issues = newest.flatMap((link) => {
    const issue = seen.get(link.targetId);
    return issue === undefined ? [] : [{ key: issue.key, summary: issue.summary, kind: link.kind }];
  });
  const visible = {
    linkedIssues: issues.length,
    resolved: issues.filter((issue) => issue.kind === 'resolved').length,
  };
  return { stats: statsFor(record ?? emptyPage(page.id, page.title), items, visible), issues };
};

/**
 * What a page is linked to and how often it helped, as one viewer may see it, and their vote. The caller has checked that
 * the viewer reads the page.
 */
export const pageSummary = async (
  store: Pick<KnowledgeStore, 'page' | 'vote' | 'linksOfPage'>,
  readIssues: ReadIssues,
  page: ReadablePage,
  viewer: { readonly accountId: string; readonly items: readonly KnowledgeItem[] },
): Promise<PageSummary> => {
  const [known, vote] = await Promise.all([
    pageStats(store, readIssues, page, viewer.items),
    store.vote(page.id, page.version, viewer.accountId),
  ]);
  return {
    ...known,
    myVote: vote === null ? null : { helpful: vote.helpful },
  };
};
