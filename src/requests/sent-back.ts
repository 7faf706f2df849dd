/** What follows when the work item of a request is sent to where it waits for an approval that nobody is asked for. */
import type { StepRow } from '../work/step';
import { newRow } from '../work/steps';
import type { RequestDocument } from './domain/model';

/** Somebody is asked, the SLA hears of it, and they are told. One row for each time it came there, whoever notices how often. */
export function afterSentBack(request: RequestDocument, since: number, now: number): StepRow {
  const steps = [
    { kind: 'askAgain', data: { since: new Date(since).toISOString() } },
    { kind: 'fact', data: { decision: 'requested', by: request.requester, at: since } },
    { kind: 'ask', data: {} },
  ];
  const { id, itemId, requester } = request;
  const about = { requestId: id, item: itemId, itemId, owner: '', requester };
  const row = newRow({ id: `${id}:sent-back:${since}`, subject: `request:${id}`, steps, about }, now);
  // Nobody works on it yet: it is due at once.
  return { ...row, at: row.decidedAt, held: false };
}
