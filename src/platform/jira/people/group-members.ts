import api, { route } from '@forge/api';
import * as v from 'valibot';
import { findJira } from '../client';
import { noneIfRefused } from './groups';

/** Accounts in a group, at most 50; none where the site does not let the app browse people, which Health tells. */
export const membersOfGroup = (groupId: string): Promise<readonly string[]> =>
  noneIfRefused(findMembers(groupId));

async function findMembers(groupId: string): Promise<readonly string[]> {
  const page = await findJira(
    api.asApp().requestJira(route`/rest/api/3/group/member?groupId=${groupId}&maxResults=50`),
    v.object({ values: v.array(v.object({ accountId: v.string(), active: v.optional(v.boolean(), true) })) }),
  );
  return (page?.values ?? []).filter(({ active }) => active).map(({ accountId }) => accountId);
}
