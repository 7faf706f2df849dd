import { publishedItem, responsiblePeople, tidyCatalog, tidyOptions, tidyPictures } from '../../catalog';
import { checkAccounts } from '../../people/background';
import { statusMovesOf } from '../../platform/jira/issues/status-moves';
import { knownAccounts } from '../../platform/jira/people/people';
import { reportPersonalData } from '../../privacy/background';
import { checkApprovers, countPopular, countUsual, endOldDrafts, tidyFiles } from '../../requests/background';
import { countDaily, learnNightly } from '../../sla';
import { countUsageNow, dropGone, finishedCycles } from '../../sla/background';
import { mendKnowledge } from '../../knowledge';
import { DONE, runChores } from './chores';
import { PERSONAL_ROWS } from './personal-rows';

/** Every day: what is popular, what is long gone, counts that may have drifted. */
export async function onHousekeeping(): Promise<typeof DONE> {
  const now = Date.now();
  await runChores('housekeeping', {
    countPopular: () => countPopular(now),
    countUsual: () => countUsual(now, { finishedCycles, statusMovesOf, publishedItem }),
    checkApprovers: () => checkApprovers(now),
    checkAccounts: () => checkAccounts({ knownAccounts, responsible: responsiblePeople, now }),
    endOldDrafts: () => endOldDrafts(now),
    tidyCatalog: () => tidyCatalog(now),
    tidyPictures: () => tidyPictures(now),
    tidyOptions: () => tidyOptions(now),
    tidyFiles: () => tidyFiles(now),
    forgetGone: () => dropGone(now),
    mendKnowledge,
    countUsage: () => countUsageNow(now),
    learnForecasts: () => learnNightly(now),
    countCompliance: () => countDaily(now),
    reportPersonalData: () => reportPersonalData(PERSONAL_ROWS, now),
  });
  return DONE;
}
