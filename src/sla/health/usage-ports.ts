/** The daily count of usage on Forge. */
import { foundIssueSchema } from '../../platform/jira/issues/history-schema';
import { searchAsApp } from '../../platform/jira/search/search';
import { bulkPorts } from '../clocks/sync/forge-ports';
import { slaRecords } from '../clocks/record/record-store';
import { restFields } from '../clocks/follow/forge-ports';
import { countUsage, type UsagePorts } from './usage';
import { writeUsage } from './usage-document';

const usagePorts: UsagePorts = {
  ...bulkPorts,
  records: slaRecords,
  openIssues: (jql, definitions, pageToken) =>
    searchAsApp({ jql, fields: restFields(definitions), pageToken, limit: 100 }, foundIssueSchema),
};

/** Counts over the records and keeps what it found for the health page. */
export async function countUsageNow(now: number): Promise<void> {
  await writeUsage(await countUsage(usagePorts, now));
}
