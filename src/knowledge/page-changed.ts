import { changePage } from './change-page';
import type { KnowledgeStore, ReadablePage } from './ports';

/**
 * A page was edited: its new title goes into its record. Events come late, twice and out of order, so the title is read
 * from Confluence now. A page nobody linked or voted on costs one get. Votes need nothing: they are kept per version,
 * so that on a new version everybody may vote again.
 */
export const pageChanged = async (
  store: Pick<KnowledgeStore, 'page' | 'commit'>,
  readPage: (pageId: string) => Promise<ReadablePage | null>,
  pageId: string,
): Promise<'unknown' | 'same' | 'renamed'> => {
  const record = await store.page(pageId);
  if (record === null) return 'unknown';
  const page = await readPage(pageId);
  if (page === null || page.title === record.title) return 'same';
  await changePage(store, page, async (current) => (current.title === page.title ? null : { page: current }));
  return 'renamed';
};
