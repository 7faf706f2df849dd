/** What the app owes people whose data it keeps. */
import type { PersonalRows } from '../work/personal-rows';
import { reportPorts } from './live-ports';
import { reportPeople } from './report-people';
import { readReport } from './state';

export { privacyRows } from './state';

/** Goes on with the weekly report to Atlassian of whose personal data is kept, and erases those whose accounts are closed. */
export const reportPersonalData = (declared: readonly PersonalRows[], now: number): Promise<void> =>
  reportPeople(reportPorts(declared), now);

/** How many people were erased by the last report, or by the one under way. */
export const erasedAccounts = async (): Promise<number> => (await readReport())?.erased.length ?? 0;
