import type { EntityQuery, Page } from './entities';

/** Every row of a query, page by page as they are asked for. */
export async function* eachRow<T>(
  store: { readonly query: (query: EntityQuery) => Promise<Page<T>> },
  query: EntityQuery,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await store.query({ ...query, cursor });
    yield* page.docs;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
