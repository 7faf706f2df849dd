/** The subjects that follow work items, whether by events or because reconciliation found something. */
import { requestFollower } from '../requests/events';
import { slaFollower } from '../sla/events';
import type { Follower } from '../work/issue-events';

export const FOLLOWERS: readonly Follower[] = [slaFollower, requestFollower];
