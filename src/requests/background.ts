/** What happens to requests while nobody waits: a door of its own, so that screens do not load it. */
import { itemFor, keepPopular, knownProblems, maySee, readVersion } from '../catalog';
import { appAccountId } from '../platform/jira/people/app-account';
import { groupsIfKnown, groupsOf } from '../platform/jira/people/groups';
import { type AdoptableIssue, readPolicy } from '../sla';
import { carryOut } from '../work/carry-out';
import { adoptRequests as adopt } from './adopt-requests';
import { checkApprovers as check } from './check-approvers';
import { requestTimersWith } from './due-requests';
import { requestPorts, runnerWith } from './forge-ports';
import { managerOfPerson as managerOf, peopleGone } from './people-gone';
import type { RequestPorts } from './ports';
import { tellSolved } from './follows';
import { countOrders } from './popularity';
import { mailSolved } from './solved-mail';
import { withoutPerson } from './steps';

export { reconcileRequests } from './reconcile';
export { endOldDrafts } from './draft-store';
export { countUsual } from './usual-times';

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

/** Tells those who follow known problems what is solved. */
export const tellFollowers = (now: number): Promise<number> =>
  tellSolved(now, {
    knownProblems,
    issuesNow: requestPorts.issuesNow,
    mail: (people, problem) => mailSolved(people, problem, requestPorts.directory),
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
