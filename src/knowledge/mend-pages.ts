import { recount, sameCounts } from './domain/page-record';
import type { PinnedPage } from './domain/items';
import { changePage } from './change-page';
import { refreshByline, type WriteByline } from './refresh-byline';
import type { KnowledgeStore } from './ports';
import { orLogged } from '../work/or-logged';

const PAGES_A_RUN = 100;

/**
 * The daily repair: counts pages anew from what is stored about them and writes bylines that are behind, also of pages
 * that items recommend and nobody has used yet. Answers how many pages it looked at and how many counts were wrong
 * (always none, or there is a fault to find). Safe to run twice.
 */
export const mendPages = async (
  store: KnowledgeStore,
  write: WriteByline,
  pinned: readonly PinnedPage[],
): Promise<{ readonly looked: number; readonly wrong: number }> => {
  for (const page of pinned) await orLogged('knowledge.introduce', () => introduce(store, page), undefined);
  const services = new Map(pinned.map((page) => [page.id, page.services]));
  const pages = await store.pagesToMend(PAGES_A_RUN);
  let wrong = 0;
  for (const { pageId } of pages) {
    // One that can't be read or written is left for another night, and keeps no other waiting.
    if (await orLogged('knowledge.mend', () => mend(pageId), false)) wrong += 1;
  }
  return { looked: pages.length, wrong };

  /** Whether its counts were wrong. */
  async function mend(pageId: string): Promise<boolean> {
    let differed = false;
    const mended = await changePage(store, { id: pageId }, async (record) => {
      const [links, marks, votes] = await Promise.all([
        store.linksOfPage(pageId),
        store.marksOfPage(pageId),
        store.votesOfPage(pageId),
      ]);
      const counted = recount(record, links, marks, votes);
      differed = !sameCounts(record, counted);
      // Written even when equal: it moves the page to the end of the queue.
      return { page: counted };
    });
    await refreshByline(store, write, mended, services.get(pageId) ?? 0);
    return differed;
  }
};

/** Gives a page its record, so that its byline can be written. */
const introduce = async (store: KnowledgeStore, page: PinnedPage): Promise<void> => {
  if ((await store.page(page.id)) !== null) return;
  await changePage(store, { id: page.id }, async (record) => (record.rev > 0 ? null : { page: record }));
};
