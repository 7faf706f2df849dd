/** What requests make of an event about their work item. */
import { auditWrite } from '../platform/storage/audit';
import { issueRowAt, issueRowKey, issueRows, type RequestOfIssue } from '../platform/storage/issue-row';
import type { Write } from '../platform/storage/transact';
import type { IssueEvent } from '../work/issue-event';
import { type Follower, NOTHING, type Step } from '../work/issue-events';
import { stepRows } from '../work/steps';
import { scheduleStep } from '../work/schedule-step';
import { follow } from './domain/follow';
import type { Following } from './domain/followed';
import type { RequestDocument } from './domain/model';
import { factsOfEvent } from './facts-of-event';
import { afterSentBack } from './sent-back';
import { readRequest, requestWrites } from './records/store';

export const requestFollower: Follower = {
  name: 'requests',
  wanted: (issueId) => [issueRowAt(issueId)],
  follow(event) {
    const now = Date.now();
    return async (rows) => {
      const of = rows.of(issueRowAt(event.issueId))?.request;
      const facts = of === undefined ? null : factsOfEvent(event, of, now);
      const request = of === undefined || facts === null ? null : await readRequest(of.id);
      if (of === undefined || facts === null || request?.issueId !== event.issueId) return NOTHING;
      const following = follow(facts, request, of, now);
      if (following === null) return NOTHING;
      const writes = writesOf(request, of, following, event);
      return following.asks && facts.status !== undefined
        ? withAsking({ writes }, following.request, facts.status.since, now)
        : { writes };
    };
  },
};

/** Who is asked is for the item to say, which events don't load: it is written down as what follows. */
function withAsking({ writes }: Step, request: RequestDocument, since: number, now: number): Step {
  const row = afterSentBack(request, since, now);
  return {
    writes: [...writes, stepRows.write(row.id, row, 'any')],
    after: () => scheduleStep(row.id, 0),
  };
}

/** The request, what its issue knows of it, and an entry of the audit for each thing people may ask about. */
function writesOf(
  before: RequestDocument,
  of: RequestOfIssue,
  { request, of: next, told }: Following,
  event: IssueEvent,
): readonly Write[] {
  const author = event.kind === 'updated' ? event.entry?.author : null;
  const at = new Date(event.at ?? Date.now()).toISOString();
  return [
    ...requestWrites(before, { ...request, rev: before.rev + 1 }),
    ...(next === of ? [] : [issueRows.write(issueRowKey(event.issueId), { request: next }, 'any')]),
    ...told.map(({ action, path, before: was, after }) =>
      auditWrite({
        at,
        ...(author != null && { by: author }),
        action,
        subject: `request:${request.id}`,
        subjectName: { en: request.issueKey ?? request.id },
        changes: [{ path, before: was, after }],
      }),
    ),
  ];
}
