/** Bringing a work item up to date because somebody asks for it, or says something of it. */
import { AppFailure } from '../../kernel/errors';
import { recordApprovalFact } from './act';
import { slaPorts } from './follow/forge-ports';
import { rereadIssue, type EventOutcome } from './follow/on-issue-event';

/** Replays an issue from Jira now, without waiting for an event. Safe at any time. */
export const refreshIssue = (issueId: string): Promise<EventOutcome> => rereadIssue(slaPorts, issueId);

/**
 * Replays an issue from Jira now and has whatever is due carried out at once, however its record got stuck. Safe at any
 * time; a deleted issue's record is forgotten.
 */
export async function recomputeIssue(issueId: string): Promise<EventOutcome> {
  const outcome = await rereadIssue(slaPorts, issueId);
  await slaPorts.schedule([{ issueId, at: slaPorts.now() }]);
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
