import { bylineOf, sameByline } from './domain/byline';
import type { Byline, PageRecord } from './domain/page-record';
import { changePage } from './change-page';
import type { KnowledgeStore } from './ports';

/** Writes the byline to Confluence as the app; null takes it away. False when Confluence did not take it. */
export type WriteByline = (pageId: string, byline: Byline | null) => Promise<boolean>;

/**
 * Brings the line under a page's title up to date when its text changed. A refusal is left to housekeeping,
 * which finds the difference again: nothing a reader waits for depends on it.
 */
export const refreshByline = async (
  store: Pick<KnowledgeStore, 'page' | 'commit'>,
  write: WriteByline,
  page: PageRecord,
  services: number,
): Promise<void> => {
  const byline = bylineOf(page, services);
  if (sameByline(byline, page.byline)) return;
  if (!(await write(page.pageId, byline))) return;
  await changePage(store, { id: page.pageId }, async (record) =>
    sameByline(byline, record.byline) ? null : { page: { ...record, byline } },
  );
};
