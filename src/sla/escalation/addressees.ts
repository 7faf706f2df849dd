/** Who an escalation reaches. */
import { fieldValueOf } from '../domain/history/field-values';
import type { Recipient } from '../domain/model';
import type { Addressees, EscalatedIssue, EscalationPorts } from './ports';

type Directory = Pick<
  EscalationPorts,
  'actorsOfRole' | 'membersOfGroup' | 'people' | 'viewers' | 'tellsViewers'
>;

/** A comment can mention people but not groups, and not a whole department. */
const MOST_MENTIONS = 20;

const NOBODY: Addressees = { users: [], groups: [] };
const users = (...ids: readonly (string | null | undefined)[]): Addressees => ({
  users: ids.filter((id): id is string => typeof id === 'string' && id !== ''),
  groups: [],
});

/** The people answerable for a metric, and for the whole app. */
export interface Responsible {
  /** The agreement's responsible person. */
  readonly slaManager: string | null;
  /** Named in the settings for what reaches nobody else. */
  readonly contact?: string | null;
}

/**
 * The accounts and groups of some recipients that a message about the work item gets to, each once: active, and able to see
 * it. Where they come to nobody (nobody assigned, accounts that have left or may not see it, empty groups), the chain goes
 * on: assignee, owner of the item, owner of its service, the person responsible for the agreement, the project's lead, the
 * app's contact. Empty only when none of them is reached. While Jira does not tell who sees it, active is enough.
 */
export async function addresseesOf(
  recipients: readonly Recipient[],
  issue: EscalatedIssue,
  responsible: Responsible,
  directory: Directory,
): Promise<Addressees> {
  const found: Addressees[] = [];
  for (const recipient of recipients) found.push(await resolve(recipient, issue, responsible, directory));
  const named = await activeOf(merge(found), directory);
  const seen = await seenBy(named, issue, directory);
  if (seen !== null && !isEmpty(seen)) return seen;
  const chain = [
    issue.assignee,
    ...issue.owners,
    responsible.slaManager,
    issue.lead,
    responsible.contact,
  ].filter((id): id is string => typeof id === 'string');
  const others = await activeOf(users(...chain), directory);
  const able = seen === null ? null : await seenBy(others, issue, directory);
  if (able !== null && !isEmpty(able)) return users(able.users[0]);
  // Everybody is missing: either none of them may see it, or the app may not ask.
  if (able !== null && (isEmpty(named) || (await directory.tellsViewers(issue.key)))) return NOBODY;
  return { ...(isEmpty(named) ? users(others.users[0]) : named), unsure: true };
}

const isEmpty = (to: Addressees): boolean => to.users.length === 0 && to.groups.length === 0;

/** Without accounts that have left and groups that are empty. */
async function activeOf(to: Addressees, directory: Directory): Promise<Addressees> {
  const people = to.users.length === 0 ? null : await directory.people(to.users);
  const groups = [];
  for (const group of to.groups)
    if ((await directory.membersOfGroup(group.groupId)).length > 0) groups.push(group);
  return { users: to.users.filter((id) => people?.get(id)?.active === true), groups };
}

/** Those who may see the work item, and groups of which somebody may; `null` when Jira refuses to tell. */
async function seenBy(
  to: Addressees,
  { key }: Pick<EscalatedIssue, 'key'>,
  directory: Directory,
): Promise<Addressees | null> {
  if (isEmpty(to)) return NOBODY;
  const viewers = to.users.length === 0 ? NO_ONE : await directory.viewers(key, to.users);
  if (viewers === null) return null;
  const groups = [];
  for (const group of to.groups) {
    const isSeen = await somebodySees(group.groupId, key, directory);
    if (isSeen === null) return null;
    if (isSeen) groups.push(group);
  }
  return { users: to.users.filter((id) => viewers.has(id)), groups };
}

const NO_ONE: ReadonlySet<string> = new Set();
/** Each is a question to Jira, whose answers about people are rationed for the whole site. */
const MEMBERS_AT_ONCE = 5;

/** Whether one of a group may see the work item: mostly the first does, and nobody else is asked about. */
async function somebodySees(groupId: string, key: string, directory: Directory): Promise<boolean | null> {
  const members = (await directory.membersOfGroup(groupId)).slice(0, MOST_MENTIONS);
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    const some = members.slice(start, start + MEMBERS_AT_ONCE);
    const viewers = await directory.viewers(key, some);
    if (viewers === null) return null;
    if (some.some((id) => viewers.has(id))) return true;
  }
  return false;
}

async function resolve(
  recipient: Recipient,
  issue: EscalatedIssue,
  { slaManager }: Responsible,
  directory: Directory,
): Promise<Addressees> {
  switch (recipient.kind) {
    case 'assignee':
      return users(issue.assignee);
    case 'reporter':
      return users(issue.reporter);
    case 'itemOwner':
      return users(issue.owners[0]);
    case 'slaManagers':
      return users(slaManager);
    case 'manager':
      return users(issue.lead);
    case 'user':
      return users(recipient.accountId);
    case 'userField':
      return users(...fieldValueOf(issue.fields[recipient.field]));
    case 'group':
      return { users: [], groups: [{ groupId: recipient.groupId, name: recipient.name }] };
    case 'role':
      return directory.actorsOfRole(issue.projectId, recipient.roleId);
  }
}

const merge = (parts: readonly Addressees[]): Addressees =>
  parts.reduce(
    (all, part) => ({
      users: [...new Set([...all.users, ...part.users])],
      groups: [
        ...all.groups,
        ...part.groups.filter(({ groupId }) => !all.groups.some((g) => g.groupId === groupId)),
      ],
    }),
    NOBODY,
  );

/** Everybody to mention: groups by their members, at most 20 in all, and nobody who may not see the work item. */
export async function peopleOf(
  to: Addressees,
  { key }: Pick<EscalatedIssue, 'key'>,
  directory: Directory,
): Promise<readonly string[]> {
  const members = await Promise.all(to.groups.map(({ groupId }) => directory.membersOfGroup(groupId)));
  const others = members.flat().filter((id) => !to.users.includes(id));
  const viewers = others.length === 0 || to.unsure ? null : await directory.viewers(key, others);
  const seen = others.filter((id) => viewers === null || viewers.has(id));
  return [...new Set([...to.users, ...seen])].slice(0, MOST_MENTIONS);
}
