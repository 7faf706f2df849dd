/** Escalations on Jira, as the app. */
import * as v from 'valibot';
import { isCommented, noticeComment } from '../../../platform/jira/issues/comments';
import { addLabel, assignIssue, notifyPeople, setPriority } from '../../../platform/jira/issues/edit-issue';
import { createLinkedIssue, ensureLinkedIssue } from '../../../platform/jira/issues/linked-issue';
import { leadOfProject } from '../../../platform/jira/projects/projects';
import { readEscalatedIssue } from '../../../platform/jira/issues/escalated-issue';
import { putIssueProperty } from '../../../platform/jira/issues/issue-property';
import { siteAddress } from '../../../platform/jira/people/people';
import { moveIfPossible } from '../../../platform/jira/issues/transitions';
import { log } from '../../../platform/log';
import { issueRowKey, issueRows } from '../../../platform/storage/issue-row';
import { noteOnce, readNote } from '../../../platform/storage/once';
import { jiraDirectory } from '../../../work/notify/jira-directory';
import { complain } from '../notes/complaints';
import { readPolicy } from '../../definitions/stored/policy-store';
import type { EscalatedIssue, EscalationPorts } from './ports';

/** Who answers for a catalog item; handed in, as the catalog stands on SLAs and not under them. */
export type OwnersOfItem = (itemId: string) => Promise<readonly string[]>;

export const escalationPorts = (ownersOfItem: OwnersOfItem): EscalationPorts => ({
  ...jiraDirectory,
  policy: readPolicy,
  site: siteAddress,
  async digest(id) {
    const noted = v.safeParse(keysSchema, await readNote(digestKey(id)));
    return noted.success ? noted.output : null;
  },
  noteDigest: (id, keys) => noteOnce(digestKey(id), keys),
  readIssue: (issueId) => readIssue(issueId, ownersOfItem),
  comment: (issueId, body, key) => noticeComment(issueId, body, 'escalation', key),
  hasComment: isCommented,
  notify: notifyPeople,
  assign: assignIssue,
  setPriority,
  moveTo: moveIfPossible,
  addLabel,
  setProperty: putIssueProperty,
  createLinked: createLinkedIssue,
  hasLinked: ensureLinkedIssue,
  async complain(complaint) {
    log.warn('escalation.incomplete', { ...complaint });
    await complain(complaint);
  },
});

const keysSchema = v.array(v.string());
const digestKey = (id: string): string => `digest:${id}`;

async function readIssue(issueId: string, ownersOfItem: OwnersOfItem): Promise<EscalatedIssue | null> {
  const issue = await readEscalatedIssue(issueId);
  if (issue === null) return null;
  const { project, status, priority, assignee, reporter } = issue.fields;
  const [lead, owners] = await Promise.all([leadOfProject(project.id), ownersOf(issue.id, ownersOfItem)]);
  return {
    id: issue.id,
    key: issue.key,
    projectId: project.id,
    statusId: status?.id ?? null,
    priorityId: priority?.id ?? null,
    assignee: assignee?.active ? assignee.accountId : null,
    reporter: reporter?.accountId ?? null,
    lead,
    fields: issue.fields,
    owners,
  };
}

/** Who answers for what was ordered: by the app's own note of it, never by the issue's property. */
async function ownersOf(issueId: string, ownersOfItem: OwnersOfItem): Promise<readonly string[]> {
  const row = await issueRows.get(issueRowKey(issueId));
  return row?.request === undefined ? [] : ownersOfItem(row.request.itemId);
}
