import { appAccountId } from '../../platform/jira/app-account';
import { issuesNow, statusReachedAt } from '../../platform/jira/track-issue';
import { log } from '../../platform/log';
import { reconcileRequests } from '../../requests';
import { reconcileNow } from '../../sla';
import { dispatch } from '../../work/issue-events';
import { FOLLOWERS } from '../followers';
import { DONE } from './on-sweep';

/** Forge stops the function after fifteen minutes. */
const MOST_MS = 13 * 60_000;

/** Every hour: finds what events missed, for every subject. A run that fails is made good by the next. */
export async function onReconcile(): Promise<typeof DONE> {
  const until = Date.now() + MOST_MS;
  const chores: Readonly<Record<string, () => Promise<unknown>>> = {
    sla: reconcileNow,
    requests: () =>
      reconcileRequests(
        {
          now: Date.now,
          issuesNow,
          statusReachedAt,
          appAccountId,
          tell: (event) => dispatch(event, FOLLOWERS),
        },
        until,
      ),
  };
  for (const [name, chore] of Object.entries(chores)) {
    try {
      await chore();
    } catch (error) {
      log.error(`reconcile.${name}.failed`, error);
    }
  }
  return DONE;
}
