/** Who an escalation reaches, by what agreements and items call people. */
import { accounts, type Addressees, merge } from '../../../work/notify/addressees';
import type { Directory } from '../../../work/notify/directory';
import { reached } from '../../../work/notify/reached';
import { fieldValueOf } from '../../engine/history/field-values';
import type { Recipient } from '../../engine/model';
import type { EscalatedIssue } from './ports';

/** The people answerable for a metric, and for the whole app. */
export interface Responsible {
  /** The agreement's responsible person. */
  readonly slaManager: string | null;
  /** Named in the settings for what reaches nobody else. */
  readonly contact?: string | null;
}

/**
 * Whom the recipients of a level come to. Where that is nobody: assignee, owner of the item, owner of its service, the
 * person responsible for the agreement, the project's lead, the app's contact.
 */
export async function addresseesOf(
  recipients: readonly Recipient[],
  issue: EscalatedIssue,
  responsible: Responsible,
  directory: Directory,
): Promise<Addressees> {
  const named: Addressees[] = [];
  for (const recipient of recipients) named.push(await namedBy(recipient, issue, responsible, directory));
  const standIns = [issue.assignee, ...issue.owners, responsible.slaManager, issue.lead, responsible.contact];
  return reached(merge(named), standIns, issue.key, directory);
}

async function namedBy(
  recipient: Recipient,
  issue: EscalatedIssue,
  { slaManager }: Responsible,
  directory: Directory,
): Promise<Addressees> {
  switch (recipient.kind) {
    case 'assignee':
      return accounts(issue.assignee);
    case 'reporter':
      return accounts(issue.reporter);
    case 'itemOwner':
      return accounts(issue.owners[0]);
    case 'slaManagers':
      return accounts(slaManager);
    case 'manager':
      return accounts(issue.lead);
    case 'user':
      return accounts(recipient.accountId);
    case 'userField':
      return accounts(...fieldValueOf(issue.fields[recipient.field]));
    case 'group':
      return { users: [], groups: [{ groupId: recipient.groupId, name: recipient.name }] };
    case 'role':
      return directory.actorsOfRole(issue.projectId, recipient.roleId);
  }
}
