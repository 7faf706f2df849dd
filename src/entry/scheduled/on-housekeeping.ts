import { tidyCatalog } from '../../catalog';
import { log } from '../../platform/log';
import { reportPersonalData } from '../../privacy';
import { checkApprovers, tidyRequests } from '../../requests';
import { countDaily, countUsageNow, forgetGone, learnNightly } from '../../sla';
import { mendKnowledge } from '../../knowledge';
import { DONE } from './on-sweep';
import { PERSONAL_ROWS } from './personal-rows';

/** Every day: what is popular, what is long gone, counts that may have drifted. One failure does not stop the others. */
export async function onHousekeeping(): Promise<typeof DONE> {
  const now = Date.now();
  const chores: Readonly<Record<string, () => Promise<unknown>>> = {
    tidyRequests: () => tidyRequests(now),
    checkApprovers: () => checkApprovers(now),
    tidyCatalog: () => tidyCatalog(now),
    forgetGone: () => forgetGone(now),
    mendKnowledge,
    countUsage: () => countUsageNow(now),
    learnForecasts: () => learnNightly(now),
    countPerformance: () => countDaily(now),
    reportPersonalData: () => reportPersonalData(PERSONAL_ROWS, now),
  };
  for (const [name, chore] of Object.entries(chores)) {
    try {
      await chore();
    } catch (error) {
      log.error(`housekeeping.${name}.failed`, error);
    }
  }
  return DONE;
}
