/** What the handler needs of Jira's product events; anything else in them is left alone. */
import * as v from 'valibot';
import { changelogItemSchema, commentSchema, parseInstant } from '../../sla/domain/history';
import type { StatusChange } from '../../requests';
import type { IssueEvent } from '../../sla';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const eventSchema = v.object({
  eventType: v.string(),
  timestamp: v.optional(v.union([v.string(), v.number()])),
  atlassianId: v.optional(v.string()),
  issue: v.object({
    id,
    key: v.optional(v.string(), ''),
    fields: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
  changelog: v.optional(
    v.object({ id: v.optional(id), items: v.optional(v.array(changelogItemSchema), []) }),
  ),
  comment: v.optional(v.looseObject({ id })),
});

/** Platform event → what happened; `null` for an event this app has no business with. */
export function parseIssueEvent(payload: unknown): IssueEvent | null {
  const parsed = v.safeParse(eventSchema, payload);
  if (!parsed.success) return null;
  const { eventType, issue, changelog, comment, atlassianId, timestamp } = parsed.output;
  const base = { issueId: issue.id, fields: issue.fields, at: instantOf(issue.fields['updated'], timestamp) };
  switch (eventType) {
    case 'avi:jira:created:issue':
      return { ...base, kind: 'created' };
    case 'avi:jira:deleted:issue':
      return { ...base, kind: 'deleted' };
    case 'avi:jira:updated:issue':
      return {
        ...base,
        kind: 'updated',
        ...(changelog?.id === undefined
          ? {}
          : { entry: { id: changelog.id, author: atlassianId ?? null, items: changelog.items } }),
      };
    case 'avi:jira:commented:issue': {
      const full = v.safeParse(commentSchema, comment);
      return { ...base, kind: 'commented', ...(full.success ? { comment: full.output } : {}) };
    }
    case 'avi:jira:deleted:comment':
      return { ...base, kind: 'uncommented' };
    default:
      return null;
  }
}

/** Jira's own stamp of the change, unless it is later than the event: then somebody has changed the issue again. */
const instantOf = (updated: unknown, timestamp: string | number | undefined): number | null => {
  const stamped = parseInstant(updated);
  const sent = timestamp === undefined ? null : Number(timestamp);
  if (stamped === null || sent === null) return sent ?? stamped;
  return stamped > sent ? sent : stamped;
};

/** The status an event says the issue went to, and from; `null` when the event is about something else. */
export const statusChangeOf = (event: IssueEvent): StatusChange | null => {
  if (event.kind !== 'updated' || event.entry === undefined || event.at === null) return null;
  const item = event.entry.items.find(({ field, fieldId }) => (fieldId ?? field) === 'status');
  return item?.to
    ? { issueId: event.issueId, fromStatusId: item.from ?? null, statusId: item.to, at: event.at }
    : null;
};
