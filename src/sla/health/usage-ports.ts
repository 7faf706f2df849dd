/** The daily count of usage on Forge. */
import { searchFields } from '../../platform/jira/search/search-fields';
import { bulkPorts } from '../clocks/sync/forge-ports';
import { slaRecords } from '../clocks/record/record-store';
import { restFields } from '../clocks/follow/forge-ports';
import { countUsage, type UsagePorts } from './usage';
import { writeUsage } from './usage-document';

const usagePorts: UsagePorts = {
  ...bulkPorts,
  records: slaRecords,
  openIssues: (jql, definitions, pageToken) => searchFields(jql, restFields(definitions), pageToken),
};

/** Counts over the records and keeps what it found for the health page. */
export async function countUsageNow(now: number): Promise<void> {
  await writeUsage(await countUsage(usagePorts, now));
}
