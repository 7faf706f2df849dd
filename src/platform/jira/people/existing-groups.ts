import api, { route } from '@forge/api';
import * as v from 'valibot';
import { isGroupId } from '../../../kernel/group-id';
import { readJira } from '../client';

/** Jira looks up so many at once. */
const MOST_AT_ONCE = 50;

const groupsSchema = v.object({ values: v.array(v.object({ groupId: v.string(), name: v.string() })) });

/**
 * Ids and names of those groups that exist, of some that are named by either. A group is found by the name it has now: one
 * that was renamed is not known by its old name.
 */
export async function existingGroups(named: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < named.length; start += MOST_AT_ONCE) {
    const part = named.slice(start, start + MOST_AT_ONCE);
    const ids = part.filter(isGroupId);
    for (const [parameter, values] of [['groupId', ids] as const, ['groupName', part] as const]) {
      if (values.length === 0) continue;
      const wanted = new URLSearchParams(values.map((value) => [parameter, value]));
      const page = await readJira(
        api.asApp().requestJira(route`/rest/api/3/group/bulk?maxResults=${MOST_AT_ONCE}&${wanted}`),
        groupsSchema,
      );
      for (const { groupId, name } of page.values) found.add(groupId).add(name);
    }
  }
  return found;
}
