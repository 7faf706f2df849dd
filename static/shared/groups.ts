import * as v from 'valibot';
import { isGroupId } from '../../src/kernel/group-id';
import { bulkPath, inPages } from './in-pages';
import { askJira } from './product';

const Group = v.object({ groupId: v.string(), name: v.string() });
export type FoundGroup = v.InferOutput<typeof Group>;
const Picker = v.object({ groups: v.array(Group) });
const Page = v.object({ values: v.array(Group) });

const MOST_FOUND = 50;

/** Groups whose name holds a text, as Jira lets the viewer see them; at most fifty. Throws `ProductFailed`. */
export async function searchGroups(query: string): Promise<readonly FoundGroup[]> {
  const path = `/rest/api/3/groups/picker?query=${encodeURIComponent(query)}&maxResults=${MOST_FOUND}`;
  return (await askJira(path, Picker)).groups;
}

/** Those of some groups, named by id or by name, that exist. Who may not browse groups is refused: throws `ProductFailed`. */
export async function findGroups(named: readonly string[]): Promise<readonly FoundGroup[]> {
  const answers = await inPages(named, (asked) => {
    const ids = asked.filter(isGroupId);
    return Promise.all([...(ids.length > 0 ? [groupsBy('groupId', ids)] : []), groupsBy('groupName', asked)]);
  });
  return answers.flat(2);
}

const groupsBy = async (parameter: string, values: readonly string[]): Promise<readonly FoundGroup[]> =>
  (await askJira(bulkPath('/rest/api/3/group/bulk', parameter, values), Page)).values;
