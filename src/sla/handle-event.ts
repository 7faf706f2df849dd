/** The runtime's answers to what Forge calls it for. */
import { AppFailure } from '../shared/domain/errors';
import { recordApprovalFact } from './act';
import { escalationPorts } from './escalation/live-ports';
import type { IssueEvent } from './issue-event';
import { slaRecords } from './record';
import { slaPorts } from './runtime/live-ports';
import { onDue, type Delivery, type DueOutcome } from './runtime/on-due';
import { onIssueEvent, rereadIssue, type EventOutcome } from './runtime/on-issue-event';
import { plannedEvents } from './runtime/planned';
import { sweep } from './runtime/sweep';

/** Brings the record of an issue to what a product event tells. */
export const followIssue = (event: IssueEvent): Promise<EventOutcome> => onIssueEvent(slaPorts, event);

/** Brings the record of an issue to its due instant and carries out what is due. */
export const actOnDue = (issueId: string, delivery: Delivery): Promise<DueOutcome> =>
  onDue(slaPorts, escalationPorts, issueId, delivery);

/** Plans what falls due within 15 minutes; answers how many. */
export const planDue = (): Promise<number> => sweep(slaPorts, slaRecords, plannedEvents);

/** Replays an issue from Jira now, without waiting for an event. Safe at any time. */
export const refreshIssue = (issueId: string): Promise<EventOutcome> => rereadIssue(slaPorts, issueId);

/** Tells the clocks of an approval, `at` in milliseconds. Safe to repeat; nothing happens where no metric applies. */
export async function recordApproval(
  issueId: string,
  decision: 'requested' | 'approved' | 'declined',
  by: string,
  at: number,
): Promise<void> {
  try {
    await recordApprovalFact(slaPorts, issueId, decision, by, at);
  } catch (error) {
    if (!(error instanceof AppFailure) || error.code !== 'NOT_FOUND') throw error;
  }
}
