/** The daily count of usage on Forge. */
import { searchFields } from '../../platform/jira/open-issues';
import { readDefinitionsVersion, readStoredDefinitions } from '../definitions-store';
import { slaRecords } from '../record-store';
import { restFields } from '../runtime/live-ports';
import { categoriesOfSite } from '../runtime/status-categories';
import { countUsage, type UsagePorts } from './usage';
import { writeUsage } from './usage-document';

const usagePorts: UsagePorts = {
  definitions: async () => (await readStoredDefinitions()).definitions,
  version: readDefinitionsVersion,
  records: slaRecords,
  openIssues: (jql, definitions, pageToken) => searchFields(jql, restFields(definitions), pageToken),
  categories: categoriesOfSite,
};

/** Counts over the records and keeps what it found for the health page. */
export async function countUsageNow(now: number): Promise<void> {
  await writeUsage(await countUsage(usagePorts, now));
}
