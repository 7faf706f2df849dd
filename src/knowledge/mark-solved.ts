import type { SolvedMark } from './domain/model';
import { afterSolved } from './domain/page-record';
import { solvedTarget } from './domain/link-key';
import { changePage } from './change-page';
import type { KnowledgeStore, ReadablePage } from './ports';

/**
 * A reader says that a page solved their case, so that no request was needed: counted once per person, page and item.
 * The caller has checked that the person may read the page and see the item.
 * @throws AppFailure STORAGE_BUSY
 */
export const markSolved = async (
  store: Pick<KnowledgeStore, 'page' | 'mark' | 'commit'>,
  page: ReadablePage,
  said: { readonly itemId: string; readonly by: string; readonly at: string },
): Promise<{ readonly counted: boolean }> => {
  let counted = false;
  await changePage(store, page, async (record) => {
    counted = (await store.mark(page.id, solvedTarget(said.itemId, said.by))) === null;
    if (!counted) return null;
    const put: SolvedMark = { schema: 1, kind: 'solved', pageId: page.id, ...said };
    return { page: afterSolved(record), put };
  });
  return { counted };
};
