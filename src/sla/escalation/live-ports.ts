/** Escalations on Jira, as the app. */
import * as v from 'valibot';
import {
  actorsOfRole,
  addComment,
  addLabel,
  assignIssue,
  createLinkedIssue,
  ensureLinkedIssue,
  hasCommentWithKey,
  leadOfProject,
  membersOfGroup,
  moveToStatus,
  notifyPeople,
  putIssueProperty,
  readEscalatedIssue,
  setPriority,
} from '../../platform/jira/escalation';
import { peopleNow, siteAddress, tellsViewers, viewersOf } from '../../platform/jira/people';
import { log } from '../../platform/log';
import { pointerKey, pointers } from '../../platform/storage/issue-pointer';
import { noteOnce, readNote } from '../../platform/storage/once';
import { ownersOfItem } from '../../catalog';
import { complain } from '../health/complaints';
import { readPolicy } from '../policy-store';
import type { EscalatedIssue, EscalationPorts } from './ports';

export const escalationPorts: EscalationPorts = {
  policy: readPolicy,
  site: siteAddress,
  people: peopleNow,
  viewers: viewersOf,
  tellsViewers,
  async digest(id) {
    const noted = v.safeParse(keysSchema, await readNote(digestKey(id)));
    return noted.success ? noted.output : null;
  },
  noteDigest: (id, keys) => noteOnce(digestKey(id), keys),
  readIssue,
  membersOfGroup,
  actorsOfRole,
  comment: addComment,
  hasComment: hasCommentWithKey,
  notify: notifyPeople,
  assign: assignIssue,
  setPriority,
  moveTo: moveToStatus,
  addLabel,
  setProperty: putIssueProperty,
  createLinked: createLinkedIssue,
  hasLinked: ensureLinkedIssue,
  async complain(complaint) {
    log.warn('escalation.incomplete', { ...complaint });
    await complain(complaint);
  },
};

const keysSchema = v.array(v.string());
const digestKey = (id: string): string => `digest:${id}`;

async function readIssue(issueId: string): Promise<EscalatedIssue | null> {
  const issue = await readEscalatedIssue(issueId);
  if (issue === null) return null;
  const { project, status, priority, assignee, reporter } = issue.fields;
  const [lead, owners] = await Promise.all([leadOfProject(project.id), ownersOf(issue.id)]);
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
async function ownersOf(issueId: string): Promise<readonly string[]> {
  const pointer = await pointers.get(pointerKey(issueId));
  return pointer?.itemId === undefined ? [] : ownersOfItem(pointer.itemId);
}
