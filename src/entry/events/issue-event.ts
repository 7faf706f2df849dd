/** What the handler needs of Jira's product events; anything else in them is left alone. */
import * as v from 'valibot';
import { changelogItemSchema, parseInstant } from '../../sla/engine/history/schema';
import type { IssueEvent } from '../../work/issue-event';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** A part that is missing, or is not what is documented, says nothing; the rest of the event still counts. */
const perhaps = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);

const commentSchema = v.looseObject({ id, created: perhaps(v.unknown()), updated: perhaps(v.unknown()) });

const eventSchema = v.object({
  eventType: v.string(),
  timestamp: perhaps(v.union([v.string(), v.number()])),
  atlassianId: perhaps(v.string()),
  issue: v.object({
    id,
    key: v.optional(v.string(), ''),
    fields: v.fallback(v.record(v.string(), v.unknown()), {}),
  }),
  changelog: perhaps(v.object({ id: perhaps(id), items: perhaps(v.array(changelogItemSchema)) })),
  comment: perhaps(commentSchema),
});

/** Platform event → what happened; `null` for an event this app has no business with. */
export function parseIssueEvent(payload: unknown): IssueEvent | null {
  const parsed = v.safeParse(eventSchema, payload);
  if (!parsed.success) return null;
  const { eventType, issue, changelog, comment, atlassianId, timestamp } = parsed.output;
  const base = {
    issueId: issue.id,
    ...(issue.key === '' ? {} : { issueKey: issue.key }),
    fields: issue.fields,
    at: instantOf(issue.fields['updated'], timestamp),
  };
  const told = comment === undefined ? {} : { comment: { id: comment.id, edited: isEdited(comment) } };
  switch (eventType) {
    case 'avi:jira:created:issue':
      return { ...base, kind: 'created' };
    case 'avi:jira:deleted:issue':
      return { ...base, kind: 'deleted' };
    case 'avi:jira:updated:issue': {
      if (changelog?.items === undefined) return { ...base, kind: 'updated' };
      // The entry's id is not documented, though seen.
      const entry = { id: changelog.id ?? null, author: atlassianId ?? null, items: changelog.items };
      return { ...base, kind: 'updated', entry };
    }
    case 'avi:jira:commented:issue':
      return { ...base, kind: 'commented', ...told };
    case 'avi:jira:deleted:comment':
      return { ...base, kind: 'uncommented', ...told };
    default:
      return null;
  }
}

const isEdited = ({ created, updated }: v.InferOutput<typeof commentSchema>): boolean => {
  const [written, changed] = [parseInstant(created), parseInstant(updated)];
  return written !== null && changed !== null && changed > written;
};

/** Jira's own stamp of the change, unless it is later than the event: then somebody has changed the issue again. */
const instantOf = (updated: unknown, timestamp: string | number | undefined): number | null => {
  const stamped = parseInstant(updated);
  const sent = timestamp === undefined || !Number.isFinite(Number(timestamp)) ? null : Number(timestamp);
  if (stamped === null || sent === null) return sent ?? stamped;
  return stamped > sent ? sent : stamped;
};
