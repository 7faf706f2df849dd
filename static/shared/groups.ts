import * as v from 'valibot';
import { isGroupId } from '../../src/kernel/group-id';
import { askJira } from './product';

const Group = v.object({ groupId: v.string(), name: v.string() });
export type FoundGroup = v.InferOutput<typeof Group>;
const Picker = v.object({ groups: v.array(Group) });
const Page = v.object({ values: v.array(Group) });

const MOST_FOUND = 50;
/** Jira looks up so many at once. */
const MOST_NAMED = 50;
/** Groups whose name holds a text, as Jira lets the viewer see them; at most fifty. Throws `ProductFailed`. */
export async function searchGroups(query: string): Promise<readonly FoundGroup[]> {
  const path = `/rest/api/3/groups/picker?query=${encodeURIComponent(query)}&maxResults=${MOST_FOUND}`;
  return (await askJira(path, Picker)).groups;
}

/**
 * Those of some groups, named by id or by name, that exist. Who may not browse groups is refused: throws `ProductFailed`.
 * Of more than fifty the rest is not asked for.
 */
export async function findGroups(named: readonly string[]): Promise<readonly FoundGroup[]> {
  const asked = named.slice(0, MOST_NAMED);
  const ids = asked.filter(isGroupId);
  const answers = await Promise.all(
    [['groupId', ids] as const, ['groupName', asked] as const]
      .filter(([, values]) => values.length > 0)
      .map(([parameter, values]) => {
        const wanted = new URLSearchParams(values.map((value) => [parameter, value]));
        return askJira(`/rest/api/3/group/bulk?maxResults=${MOST_NAMED}&${wanted.toString()}`, Page);
      }),
  );
  return answers.flatMap(({ values }) => values);
}
