/** Whom a comment mentions: Jira's own bell and mail reach them. */
import type { Addressees } from './addressees';
import type { Directory } from './directory';

/** A comment can mention people but not groups, and not a whole department. */
const MOST_MENTIONS = 20;

/** Everybody to mention: groups by their members, at most 20 in all, and nobody who may not see the work item. */
export async function mentioned(
  to: Addressees,
  issueKey: string,
  directory: Directory,
): Promise<readonly string[]> {
  const members = await Promise.all(to.groups.map(({ groupId }) => directory.membersOfGroup(groupId)));
  const others = members.flat().filter((id) => !to.users.includes(id));
  const viewers = others.length === 0 || to.unsure ? null : await directory.viewers(issueKey, others);
  const seen = others.filter((id) => viewers === null || viewers.has(id));
  return [...new Set([...to.users, ...seen])].slice(0, MOST_MENTIONS);
}
