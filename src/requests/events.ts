/** What requests make of an event about a work item. */
import type { RequestOfIssue } from '../platform/storage/issue-row';
import { followStatus, type StatusChange, turnsRequest } from './follow-status';

export type { StatusChange } from './follow-status';

/**
 * Tells the request of an issue that the issue reached a status: it opens and closes with it. A change between statuses
 * that mean the same to the request costs nothing, unless earlier events may have been missed. Safe to repeat.
 */
export async function onIssueStatus(
  change: StatusChange,
  request: RequestOfIssue,
  doubted: boolean,
): Promise<void> {
  if (!doubted && !turnsRequest(change, request)) return;
  await followStatus(change, request, Date.now());
}
