import { bylineOf, sameByline } from './domain/byline';
import type { Byline, PageRecord } from './domain/page-record';
import { changePage } from './change-page';
import type { KnowledgeStore } from './ports';

/**
 * Sees to it that Confluence shows this byline, whatever stood there; null takes it away. False when Confluence did not
 * take it.
 */
export type WriteByline = (pageId: string, byline: Byline | null) => Promise<boolean>;

/**
 * Brings the line under a page's title up to date. The page's own record does not tell what Confluence shows: whoever edits
 * the page can have changed it. A refusal is left to housekeeping, which comes by every day: nothing a reader waits for
 * depends on it.
 */
export const refreshByline = async (
  store: Pick<KnowledgeStore, 'page' | 'commit'>,
  write: WriteByline,
  page: PageRecord,
  services: number,
): Promise<void> => {
  const byline = bylineOf(page, services);
  if (!(await write(page.pageId, byline)) || sameByline(byline, page.byline)) return;
  await changePage(store, { id: page.pageId }, async (record) =>
    sameByline(byline, record.byline) ? null : { page: { ...record, byline } },
  );
};
