import api, { route } from '@forge/api';
import * as v from 'valibot';
import { isConfluenceConnected } from '../identity/site';
import { confluenceAbsent, findConfluence } from './client';

const pageSchema = v.pipe(
  v.object({ id: v.string(), title: v.string(), version: v.object({ number: v.number() }) }),
  v.transform(({ id, title, version }) => ({ id, title, version: version.number })),
);
export type ConfluencePage = Readonly<v.InferOutput<typeof pageSchema>>;
const pagesSchema = v.object({ results: v.array(pageSchema) });

/** As many as one request may name. */
const MOST_IDS = 250;

/**
 * The current pages among these that the calling user may read, of the first 250.
 * @throws AppFailure CONFLUENCE_NOT_CONNECTED
 */
export async function readPagesAsUser(pageIds: readonly string[]): Promise<readonly ConfluencePage[]> {
  if (!isConfluenceConnected()) throw confluenceAbsent();
  if (pageIds.length === 0) return [];
  const query = new URLSearchParams([
    ...pageIds.slice(0, MOST_IDS).map((id) => ['id', id]),
    ['status', 'current'],
    ['limit', String(MOST_IDS)],
  ]);
  const answer = await findConfluence(
    api.asUser().requestConfluence(route`/wiki/api/v2/pages?${query}`),
    pagesSchema,
  );
  return answer?.results ?? [];
}

/** One page as the calling user, `null` when there is none they may read. */
export async function readPageAsUser(pageId: string): Promise<ConfluencePage | null> {
  if (!isConfluenceConnected()) throw confluenceAbsent();
  return findConfluence(api.asUser().requestConfluence(route`/wiki/api/v2/pages/${pageId}`), pageSchema);
}

/** One page as the app: for events, where there is no user. Never for showing anything to somebody. */
export async function readPageAsApp(pageId: string): Promise<ConfluencePage | null> {
  return findConfluence(api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}`), pageSchema);
}
