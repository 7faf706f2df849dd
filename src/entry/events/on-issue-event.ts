import type { InvocationError } from '@forge/events';
import { requestFollower } from '../../requests/events';
import { slaFollower } from '../../sla/events';
import { dispatch } from '../../work/issue-events';
import { retrying } from '../retry';
import { parseIssueEvent } from './issue-event';

/** The subjects that follow work items. */
const FOLLOWERS = [slaFollower, requestFollower];

/** Issue created, updated, commented, deleted; comment deleted. Safe to repeat and in any order. */
export const onIssueEvent = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('issueEvent', async () => {
    const event = parseIssueEvent(payload);
    if (event !== null) await dispatch(event, FOLLOWERS);
    return undefined;
  });
