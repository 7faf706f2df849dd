import { type Cause } from '../../shared/events.ts';
import { type Site } from '../site.ts';
import { chosenFields, issueFields } from './bean.ts';
import { type Change } from './changelog.ts';
import { type IssueRow } from './row.ts';

/** The fields of an issue that the documentation of events promises; live events may carry more, ours never do. */
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
];
const PEOPLE = ['creator', 'reporter', 'assignee'] as const;

/** A person as events name them: by the account alone, whatever REST would tell of them. */
export const eventUser = (accountId: string): object => ({ accountId });

/** The issue as events carry it: the documented part of its fields. */
export const issueForEvent = (site: Site, row: IssueRow): object => ({
  id: String(row.id),
  key: row.key,
  fields: {
    ...issueFields(site, row, chosenFields(site, EVENT_FIELDS, [])),
    ...Object.fromEntries(PEOPLE.map((who) => [who, row[who] === null ? null : eventUser(row[who])])),
  },
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

/**
 * Tells that something hung on an issue has come: Jira says so of comments and files too, as an update whose one item
 * names it. It stands in no history, so it has no id of one.
 */
export function tellAdded(
  site: Site,
  row: IssueRow,
  item: { readonly field: 'Comment' | 'Attachment'; readonly id: string; readonly text: string },
  at: number,
  cause: Cause,
): void {
  const { field, id, text } = item;
  const items = [{ field, fieldtype: 'jira', from: null, fromString: null, to: id, toString: text }];
  tell(site, 'avi:jira:updated:issue', at, cause, {
    issue: issueForEvent(site, row),
    changelog: { items },
    associatedUsers: { associatedUsers: [] },
    jiraEventTypeName: field === 'Comment' ? 'issue_commented' : 'issue_updated',
  });
}

const typeNameOf = (change: Change): string => {
  if (change.items.some((item) => item.fieldId === 'project')) return 'issue_moved';
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
  const associatedUsers = [...new Set(people)].map(eventUser);
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

/** Tells that properties of an issue were written. */
export function tellProperties(
  site: Site,
  row: IssueRow,
  properties: readonly { readonly key: string }[],
  at: number,
  cause: Cause,
): void {
  for (const { key } of properties)
    tell(site, 'avi:jira:set:issue-property', at, cause, {
      issue: issueForEvent(site, row),
      property: { key, entityType: 'issue', id: String(row.id) },
    });
}
