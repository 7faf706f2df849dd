/** Whom a message about a work item reaches. */
import { accounts, type Addressees, isNobody, NOBODY } from './addressees';
import { type Directory, peopleOf } from './directory';
import { seenBy } from './viewers';

/**
 * The accounts and groups of those wanted that a message about the work item gets to: active, and able to see it. Where that
 * is nobody (nobody named, accounts that have left or may not see it, empty groups), the first of the stand-ins who is
 * reached. Nobody only when none of them is. While Jira does not tell who sees it, active is enough.
 */
export async function reached(
  wanted: Addressees,
  standIns: readonly (string | null | undefined)[],
  issueKey: string,
  directory: Directory,
): Promise<Addressees> {
  const named = await activeOf(wanted, directory);
  const seen = await seenBy(named, issueKey, directory);
  if (seen !== null && !isNobody(seen)) return seen;
  const others = await activeOf(accounts(...standIns), directory);
  const able = seen === null ? null : await seenBy(others, issueKey, directory);
  if (able !== null && !isNobody(able)) return accounts(able.users[0]);
  // Everybody is missing: either none of them may see it, or the app may not ask.
  if (able !== null && (isNobody(named) || (await directory.tellsViewers(issueKey)))) return NOBODY;
  return { ...(isNobody(named) ? accounts(others.users[0]) : named), unsure: true };
}

/** Without accounts that have left and groups that are empty. */
async function activeOf(to: Addressees, directory: Directory): Promise<Addressees> {
  const people = await peopleOf(to.users, directory);
  const groups = [];
  for (const group of to.groups)
    if ((await directory.membersOfGroup(group.groupId)).length > 0) groups.push(group);
  return { users: to.users.filter((id) => people.get(id)?.active === true), groups };
}
