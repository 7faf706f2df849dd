import api, { route } from '@forge/api';
import * as v from 'valibot';
import { isConfluenceConnected } from '../identity/site';
import { confluenceAbsent, findConfluence } from './client';

const pageSchema = v.object({
  id: v.string(),
  title: v.string(),
  version: v.object({ number: v.number() }),
});
const pagesSchema = v.object({ results: v.array(pageSchema) });

export interface ConfluencePage {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/** As many as one request may name. */
const MOST_IDS = 250;

const pageOf = (page: v.InferOutput<typeof pageSchema>): ConfluencePage => ({
  id: page.id,
  title: page.title,
  version: page.version.number,
});

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
    api.asUser().requestConfluence(route`/wiki/api/v2/pages?${query}`, { method: 'GET' }),
    pagesSchema,
  );
  return (answer?.results ?? []).map(pageOf);
}

/** One page as the calling user, `null` when there is none they may read. */
export async function readPageAsUser(pageId: string): Promise<ConfluencePage | null> {
  if (!isConfluenceConnected()) throw confluenceAbsent();
  const page = await findConfluence(
    api.asUser().requestConfluence(route`/wiki/api/v2/pages/${pageId}`, { method: 'GET' }),
    pageSchema,
  );
  return page === null ? null : pageOf(page);
}

/** One page as the app: for events, where there is no user. Never for showing anything to somebody. */
export async function readPageAsApp(pageId: string): Promise<ConfluencePage | null> {
  const page = await findConfluence(
    api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}`, { method: 'GET' }),
    pageSchema,
  );
  return page === null ? null : pageOf(page);
}
