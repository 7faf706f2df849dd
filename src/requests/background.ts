/** What happens to requests while nobody waits: a door of its own, so that screens do not load it. */
import { itemFor, keepPopular, keepReported, knownProblems, maySee, readVersion } from '../catalog';
import { appAccountId } from '../platform/jira/people/app-account';
import { groupsIfKnown, groupsOf } from '../platform/jira/people/groups';
import { type AdoptableIssue, readPolicy } from '../sla';
import { carryOut } from '../work/carry-out';
import { adoptRequests as adopt } from './adopt-requests';
import { checkApprovers as check } from './approvals/check-approvers';
import { requestTimersWith } from './due-requests';
import { requestPorts, runnerWith } from './forge-ports';
import { managerOfPerson as managerOf, peopleGone } from './people-gone';
import { askersOf } from './own/joins';
import { tidyFiles as tidyHeld } from './files/tidy-files';
import { wholeDrafts } from './drafts/draft-store';
import type { RequestPorts } from './ports';
import { readRequest } from './records/store';
import { removeObject } from '../platform/object-store';
import { tellSolved } from './own/follows';
import { mailEnded } from './ended-mail';
import { countOrders } from './records/popularity';
import { tellJoined } from './own/tell-joined';
import { withoutPerson } from './steps';

export { reconcileRequests } from './reconcile';
export { endOldDrafts } from './drafts/draft-store';
export { countUsual } from './records/usual-times';

const asTheApp = withoutPerson(requestPorts);
const carryOutAsTheApp: RequestPorts['carryOut'] = (row) => carryOut(row, runnerWith(asTheApp));

export const requestTimers = requestTimersWith({ ...asTheApp, carryOut: carryOutAsTheApp });

/** Makes requests of issues that carry the app's property but have none; safe to repeat. Answers how many. */
export async function adoptRequests(issues: readonly AdoptableIssue[]): Promise<number> {
  const now = Date.now();
  const adopted = await adopt(issues, {
    now,
    itemFor,
    maySee,
    appAccountId,
    groupsOf,
    peopleGone,
    managerOf,
  });
  if (adopted > 0) await countPopular(now);
  return adopted;
}

/** Counts anew what is ordered most. */
export const countPopular = async (now: number): Promise<void> =>
  keepPopular(await countOrders(now, groupsIfKnown), now);

/** Removes the files of forms that nothing needs any more. */
export const tidyFiles = (now: number) =>
  tidyHeld({
    now,
    removeObject,
    requestOf: readRequest,
    draftsOf: (accountId) => wholeDrafts(accountId, now),
  });

/** Tells those who follow known problems what is solved, and keeps how many follow the others. */
export async function tellFollowers(now: number): Promise<void> {
  const reported = await tellSolved(now, {
    knownProblems,
    issuesNow: requestPorts.issuesNow,
    askersOf,
    mail: (people, problem) => mailEnded(people, problem, 'solved', requestPorts.directory),
  });
  await keepReported(reported, now);
}

/** Tells those who joined requests of colleagues what is over. */
export const tellJoiners = (now: number): Promise<number> =>
  tellJoined(now, {
    itemInVersion: readVersion,
    publishedItem: requestPorts.publishedItem,
    issuesNow: requestPorts.issuesNow,
    maySee,
    groupsOf: groupsIfKnown,
    mail: (people, ended) =>
      mailEnded(people, ended, ended.undone ? 'joinedUndone' : 'joinedDone', requestPorts.directory),
  });

/** Passes on what waits for approvers who have left; answers how many approvals did. */
export const checkApprovers = (now: number): Promise<number> =>
  check({
    now,
    peopleGone,
    itemInVersion: readVersion,
    appAccountId,
    carryOut: carryOutAsTheApp,
    remindAt: requestPorts.remindAt,
    reminds: async () => (await readPolicy()).remindApprovers !== 'never',
  });
