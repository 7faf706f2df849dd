import { appAccountId } from '../../platform/jira/people/app-account';
import { issuesNow, statusReachedAt } from '../../platform/jira/issues/issues-now';
import { reconcileRequests } from '../../requests/background';
import { reconcileNow } from '../../sla/background';
import { dispatch } from '../../work/issue-events';
import { FOLLOWERS } from '../followers';
import { DONE, runChores } from './chores';

/** Forge stops the function after fifteen minutes. */
const MOST_MS = 13 * 60_000;

/** Every hour: finds what events missed, for every subject. A run that fails is made good by the next. */
export async function onReconcile(): Promise<typeof DONE> {
  const until = Date.now() + MOST_MS;
  const ports = {
    now: Date.now,
    issuesNow,
    statusReachedAt,
    appAccountId,
    tell: (event: Parameters<typeof dispatch>[0]) => dispatch(event, FOLLOWERS),
  };
  await runChores('reconcile', { sla: reconcileNow, requests: () => reconcileRequests(ports, until) });
  return DONE;
}
