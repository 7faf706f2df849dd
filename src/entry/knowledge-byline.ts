import { readPublished } from '../catalog';
import { knowledgeStore, mendPages, pinnedPages, refreshByline } from '../knowledge';
import type { PageRecord } from '../knowledge/domain/page-record';
import { writeByline } from '../platform/confluence/byline';
import { log } from '../platform/log';

/** The one knowledge store of this process: it keeps nothing between calls. */
export const store = knowledgeStore(() => new Date());

/** Tells Confluence what changed about a page. What it does not take now, housekeeping writes later. */
export async function announce(page: PageRecord): Promise<void> {
  try {
    const pinned = pinnedPages(await readPublished()).find((each) => each.id === page.pageId);
    await refreshByline(store, writeByline, page, pinned?.services ?? 0);
  } catch (error) {
    log.error('knowledge.byline', error);
  }
}

/** The daily repair of counts and bylines; also right after a catalog was imported. */
export async function mendKnowledge(): Promise<void> {
  const report = await mendPages(store, writeByline, pinnedPages(await readPublished()));
  log.info('knowledge.mended', report);
}
