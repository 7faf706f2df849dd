import { type Cause } from '../../shared/events.ts';
import { userBeanOf } from '../catalog/beans.ts';
import { type Site } from '../site.ts';
import { chosenFields, issueFields } from './bean.ts';
import { type Change } from './changelog.ts';
import { type IssueRow } from './row.ts';

const EVENT_FIELDS = [
  'summary',
  'issuetype',
  'creator',
  'created',
  'project',
  'reporter',
  'assignee',
  'updated',
  'status',
  'priority',
  'resolution',
  'labels',
  'duedate',
  'parent',
];

/** The issue as events carry it: a fixed part of its fields, no custom ones. */
export const issueForEvent = (site: Site, row: IssueRow): object => ({
  id: String(row.id),
  key: row.key,
  fields: issueFields(site, row, chosenFields(site, EVENT_FIELDS, [])),
});

/** Emits one Jira event with the parts all of them share. */
export function tell(
  site: Site,
  eventType: string,
  at: number,
  cause: Cause,
  payload: Readonly<Record<string, unknown>>,
): void {
  site.events.emit({
    eventType,
    at,
    selfGenerated: cause.selfGenerated,
    ...(cause.accountId === undefined ? {} : { atlassianId: cause.accountId }),
    payload: { timestamp: String(at), ...payload },
  });
}

const typeNameOf = (change: Change): string => {
  const moved = change.items.some((item) => item.fieldId === 'status');
  const resolution = change.items.find((item) => item.fieldId === 'resolution');
  if (resolution) return resolution.to === null ? 'issue_reopened' : 'issue_resolved';
  if (change.items.some((item) => item.fieldId === 'assignee') && !moved) return 'issue_assigned';
  return moved ? 'issue_generic' : 'issue_updated';
};

/** Tells that an issue was changed; a change of assignee is told as an assignment too, as the platform does. */
export function tellUpdated(site: Site, row: IssueRow, change: Change, cause: Cause): void {
  const changelog = { id: String(change.id), items: change.items };
  const people = [row.assignee, row.reporter, row.creator].filter((id): id is string => id !== null);
  const associatedUsers = [...new Set(people)].map((id) => userBeanOf(site, id));
  const payload = {
    issue: issueForEvent(site, row),
    changelog,
    associatedUsers: { associatedUsers },
    jiraEventTypeName: typeNameOf(change),
  };
  tell(site, 'avi:jira:updated:issue', change.created, cause, payload);
  if (change.items.some((item) => item.fieldId === 'assignee'))
    tell(site, 'avi:jira:assigned:issue', change.created, cause, payload);
}
