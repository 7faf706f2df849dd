import type { InvocationError } from '@forge/events';
import { onIssueStatus } from '../../requests/events';
import { followIssue } from '../../sla/events';
import { again, retrying } from '../retry';
import { parseIssueEvent, statusChangeOf } from './issue-event';

const CONTENDED_SECONDS = 5;

/** Issue created, updated, commented, deleted; comment deleted. Safe to repeat and in any order. */
export const onIssueEvent = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('issueEvent', async () => {
    const event = parseIssueEvent(payload);
    if (event === null) return undefined;
    const { outcome, issueRow, doubted } = await followIssue(event);
    const moved = statusChangeOf(event);
    if (moved !== null && issueRow?.request !== undefined)
      await onIssueStatus(moved, issueRow.request, doubted);
    return outcome === 'contended' ? again(CONTENDED_SECONDS) : undefined;
  });
