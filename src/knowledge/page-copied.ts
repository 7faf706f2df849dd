import type { WriteByline } from './refresh-byline';
import type { KnowledgeStore } from './ports';

/**
 * A page came to be as a copy, with the properties of the original: what the original's byline says is not true of it.
 * Safe to repeat; a copy that was linked or voted on meanwhile has a byline of its own.
 */
export const pageCopied = async (
  store: Pick<KnowledgeStore, 'page'>,
  write: WriteByline,
  pageId: string,
): Promise<void> => {
  if ((await store.page(pageId)) === null) await write(pageId, null);
};
