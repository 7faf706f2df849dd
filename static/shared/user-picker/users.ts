import * as v from 'valibot';
import { askJira } from '../product';

const User = v.object({
  accountId: v.string(),
  displayName: v.string(),
  active: v.optional(v.boolean(), true),
});
const Users = v.array(User);
export type FoundUser = v.InferOutput<typeof User>;

const MAX_RESULTS = 20;

/** People whose name or e-mail matches, as Jira lets the viewer see them. */
export async function searchUsers(query: string): Promise<readonly FoundUser[]> {
  const users = await askJira(
    `/rest/api/3/user/search?query=${encodeURIComponent(query)}&maxResults=${MAX_RESULTS}`,
    Users,
  );
  return users.filter((user) => user.active);
}

/** One person by account id. */
export const readUser = (accountId: string): Promise<FoundUser> =>
  askJira(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`, User);
