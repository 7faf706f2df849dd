import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira } from '../jira/client';

const groupsSchema = v.array(v.object({ name: v.string(), groupId: v.optional(v.nullable(v.string())) }));

/** Names and ids of the groups an account is in; none when Jira does not know the account. Asked as the app. */
export async function groupsOf(accountId: string): Promise<readonly string[]> {
  const groups = await findJira(
    api.asApp().requestJira(route`/rest/api/3/user/groups?accountId=${accountId}`, { method: 'GET' }),
    groupsSchema,
  );
  return (groups ?? []).flatMap((group) => (group.groupId ? [group.name, group.groupId] : [group.name]));
}
