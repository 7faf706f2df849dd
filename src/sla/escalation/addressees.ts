/** Who an escalation reaches. */
import { fieldValueOf } from '../domain/history';
import type { Recipient } from '../domain/model';
import type { Addressees, EscalatedIssue, EscalationPorts } from './ports';

type Directory = Pick<EscalationPorts, 'actorsOfRole' | 'membersOfGroup' | 'people'>;

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
 * The active accounts and groups of some recipients, each once. Where they come to nobody (nobody assigned, accounts
 * that have left, empty groups), the chain goes on: assignee, owner of the item, owner of its service, the person
 * responsible for the agreement, the project's lead, the app's contact. Empty only when all of them are vacant.
 */
export async function addresseesOf(
  recipients: readonly Recipient[],
  issue: EscalatedIssue,
  responsible: Responsible,
  directory: Directory,
): Promise<Addressees> {
  const found: Addressees[] = [];
  for (const recipient of recipients) found.push(await resolve(recipient, issue, responsible, directory));
  const named = await reachable(merge(found), directory);
  if (named.users.length > 0 || named.groups.length > 0) return named;
  const chain = [
    issue.assignee,
    ...issue.owners,
    responsible.slaManager,
    issue.lead,
    responsible.contact,
  ].filter((id): id is string => typeof id === 'string');
  const [fallback] = (await reachable(users(...chain), directory)).users;
  return users(fallback);
}

/** Without accounts that have left and groups that are empty. */
async function reachable(to: Addressees, directory: Directory): Promise<Addressees> {
  const people = to.users.length === 0 ? null : await directory.people(to.users);
  const groups = [];
  for (const group of to.groups)
    if ((await directory.membersOfGroup(group.groupId)).length > 0) groups.push(group);
  return { users: to.users.filter((id) => people?.get(id)?.active === true), groups };
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

/** A comment can mention people but not groups, and not a whole department. */
const MOST_MENTIONS = 20;

/** Everybody to mention: groups by their members, at most 20 in all. */
export async function peopleOf(to: Addressees, directory: Directory): Promise<readonly string[]> {
  const members = await Promise.all(to.groups.map(({ groupId }) => directory.membersOfGroup(groupId)));
  return [...new Set([...to.users, ...members.flat()])].slice(0, MOST_MENTIONS);
}
