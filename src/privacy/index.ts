/** What the app owes people whose data it keeps. */
import { reportPorts } from './live-ports';
import { reportPeople } from './report-people';
import { readReport } from './state';

/** Goes on with the weekly report to Atlassian of whose personal data is kept. */
export const reportPersonalData = (now: number): Promise<void> => reportPeople(reportPorts, now);

/** How many people that the app still names have closed their Atlassian accounts. */
export const closedAccounts = async (): Promise<number> => (await readReport())?.closed.length ?? 0;
