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
import type { AdfDocument } from '../../../kernel/adf';
import { complain } from '../notes/complaints';
import type { Complaint } from '../notes/notes';
import { readPolicy } from '../../definitions/stored/policy-store';
import type { EscalatedIssue } from './ports';

/** Who answers for a catalog item; handed in, as the catalog stands on SLAs and not under them. */
export type OwnersOfItem = (itemId: string) => Promise<readonly string[]>;

export const escalationPorts = (ownersOfItem: OwnersOfItem) => ({
  ...jiraDirectory,
  policy: readPolicy,
  /** The address of the site, for links. */
  site: siteAddress,
  /** The escalation keys a digest has told of, or is about to; `null` when there is no such digest. */
  async digest(id: string): Promise<readonly string[] | null> {
    const noted = v.safeParse(keysSchema, await readNote(digestKey(id)));
    return noted.success ? noted.output : null;
  },
  /** Notes a digest before it is sent; `false` when it is noted already. */
  noteDigest: (id: string, keys: readonly string[]) => noteOnce(digestKey(id), keys),
  readIssue: (issueId: string) => readIssue(issueId, ownersOfItem),
  comment: (issueId: string, body: AdfDocument, key: string) =>
    noticeComment(issueId, body, 'escalation', key),
  /** Whether a comment that carries this key stands on the issue, written at or after an instant. */
  hasComment: isCommented,
  notify: notifyPeople,
  assign: assignIssue,
  setPriority,
  /** `false` when the workflow has no transition to that status from here. */
  moveTo: moveIfPossible,
  addLabel,
  setProperty: putIssueProperty,
  createLinked: createLinkedIssue,
  hasLinked: ensureLinkedIssue,
  /** Tells administrators of something that could not be done. */
  async complain(complaint: Complaint) {
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
