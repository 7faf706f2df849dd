import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from './client';

const usersSchema = v.object({
  values: v.array(v.object({ accountId: v.string(), displayName: v.optional(v.string(), '') })),
});
const BULK_LIMIT = 100;

/** Display names by account id, asked as the app; accounts Jira does not know are left out. */
export async function namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const unique = [...new Set(accountIds)].slice(0, BULK_LIMIT);
  if (unique.length === 0) return new Map();
  const query = new URLSearchParams(unique.map((id) => ['accountId', id]));
  query.set('maxResults', String(BULK_LIMIT));
  const answer = await readJira(
    api.asApp().requestJira(route`/rest/api/3/user/bulk?${query}`, { method: 'GET' }),
    usersSchema,
  );
  return new Map(answer.values.map((user) => [user.accountId, user.displayName]));
}
