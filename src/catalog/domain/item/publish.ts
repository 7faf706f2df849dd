import type { Item, PublishedItem } from '../model';

/** What publishing freezes: version n+1 of an item. `at` is an ISO instant. */
export const nextVersionOf = (item: Item, at: string): PublishedItem => ({
  id: item.id,
  version: item.version + 1,
  publishedAt: at,
  content: item.content,
});
