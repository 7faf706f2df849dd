/** Who may see the work item that people are told about: nobody else hears of it. */
import { type Addressees, isNobody, NOBODY } from './addressees';
import type { Directory } from './directory';

/** Each is a question to Jira, whose answers about people are rationed for the whole site. */
const MEMBERS_AT_ONCE = 5;
/** Members of a group who are looked at: a comment would mention no more. */
const MOST_MEMBERS = 20;
const NO_ONE: ReadonlySet<string> = new Set();

/** Those who may see the work item, and groups of which somebody may; `null` when Jira refuses to tell. */
export async function seenBy(
  to: Addressees,
  issueKey: string,
  directory: Directory,
): Promise<Addressees | null> {
  if (isNobody(to)) return NOBODY;
  const viewers = to.users.length === 0 ? NO_ONE : await directory.viewers(issueKey, to.users);
  if (viewers === null) return null;
  const groups = [];
  for (const group of to.groups) {
    const isSeen = await somebodySees(group.groupId, issueKey, directory);
    if (isSeen === null) return null;
    if (isSeen) groups.push(group);
  }
  return { users: to.users.filter((id) => viewers.has(id)), groups };
}

/** Whether one of a group may see it: mostly the first does, and nobody else is asked about. */
async function somebodySees(
  groupId: string,
  issueKey: string,
  directory: Directory,
): Promise<boolean | null> {
  const members = (await directory.membersOfGroup(groupId)).slice(0, MOST_MEMBERS);
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    const some = members.slice(start, start + MEMBERS_AT_ONCE);
    const viewers = await directory.viewers(issueKey, some);
    if (viewers === null) return null;
    if (some.some((id) => viewers.has(id))) return true;
  }
  return false;
}
