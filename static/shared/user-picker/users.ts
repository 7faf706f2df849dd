import * as v from 'valibot';
import { isFormer } from '../../../src/kernel/former-people';
import { personName } from '../person-name';
import { bulkPath, inPages } from '../in-pages';
import { askJira } from '../product';

const User = v.object({
  accountId: v.string(),
  displayName: v.string(),
  /** Where they let it be seen. */
  emailAddress: v.optional(v.string()),
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

/** One person by account id; whoever closed their account is a former user, of whom Jira is not asked. */
export const readUser = async (accountId: string): Promise<FoundUser> =>
  isFormer(accountId)
    ? { accountId, displayName: personName(accountId), active: false }
    : askJira(`/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`, User);

const Page = v.object({ values: v.array(User) });

/** Those of some accounts that Jira tells the viewer of, however many they are. Throws `ProductFailed`. */
export const readUsers = async (accountIds: readonly string[]): Promise<readonly FoundUser[]> =>
  (
    await inPages(accountIds, (page) => askJira(bulkPath('/rest/api/3/user/bulk', 'accountId', page), Page))
  ).flatMap(({ values }) => values);
