import type { InvocationError } from '@forge/events';
import { dispatch } from '../../work/issue-events';
import { FOLLOWERS } from '../followers';
import { retrying } from '../retry';
import { parseIssueEvent } from './issue-event';

/** Issue created, updated, commented, deleted; comment deleted. Safe to repeat and in any order. */
export const onIssueEvent = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('issueEvent', async () => {
    const event = parseIssueEvent(payload);
    if (event !== null) await dispatch(event, FOLLOWERS);
    return undefined;
  });
