/** The runtime's answers to what Forge calls it for. */
import { AppFailure } from '../kernel/errors';
import { recordApprovalFact } from './act';
import { escalationPorts } from './escalation/live-ports';
import { slaRecords } from './record-store';
import { slaPorts } from './runtime/live-ports';
import { actOnDue as act } from './runtime/act-on-due';
import type { Delivery } from './runtime/attempt';
import type { DueOutcome } from './runtime/on-due';
import { rereadIssue, type EventOutcome } from './runtime/on-issue-event';
import { plannedEvents } from './runtime/planned';
import type { DueEvent } from './runtime/ports';
import { timersOf } from './runtime/sweep';

/** What is due of an issue, or is to be told of all. */
export const actOnDue = (event: DueEvent, delivery: Delivery): Promise<DueOutcome> =>
  act({ ports: slaPorts, actors: escalationPorts, records: slaRecords }, event, delivery);

/** Clocks and escalations, planned a quarter of an hour ahead. */
export const slaTimers = timersOf(slaPorts, slaRecords, plannedEvents);

/** Replays an issue from Jira now, without waiting for an event. Safe at any time. */
export const refreshIssue = (issueId: string): Promise<EventOutcome> => rereadIssue(slaPorts, issueId);

/**
 * Replays an issue from Jira now and has whatever is due carried out at once, however its record got stuck. Safe at any
 * time; a deleted issue's record is forgotten.
 */
export async function recomputeIssue(issueId: string): Promise<EventOutcome> {
  const outcome = await rereadIssue(slaPorts, issueId);
  await slaPorts.wake([{ issueId, at: slaPorts.now() }]);
  return outcome;
}

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
