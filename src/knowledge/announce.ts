import { readTiles } from '../catalog';
import { writeByline } from '../platform/confluence/byline';
import { log } from '../platform/log';
import { pinnedPages } from './domain/items';
import type { PageRecord } from './domain/page-record';
import { mendPages } from './mend-pages';
import { refreshByline } from './refresh-byline';
import { knowledgeStore } from './store';

/** The one knowledge store of this process: it keeps nothing between calls. */
export const store = knowledgeStore(() => new Date());

/** Tells Confluence what changed about a page. What it does not take now, housekeeping writes later. */
export async function announce(page: PageRecord): Promise<void> {
  try {
    const pinned = pinnedPages(await readTiles()).find((each) => each.id === page.pageId);
    await refreshByline(store, writeByline, page, pinned?.services ?? 0);
  } catch (error) {
    log.error('knowledge.byline', error);
  }
}

/** The daily repair of counts and bylines; also right after a catalog was imported. */
export async function mendKnowledge(): Promise<void> {
  const report = await mendPages(store, writeByline, pinnedPages(await readTiles()));
  log.info('knowledge.mended', report);
}
