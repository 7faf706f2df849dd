/** What the app owes people whose data it keeps while nobody waits: a door of its own, so that screens do not load it. */
import type { PersonalRows } from '../work/personal-rows';
import { reportPorts } from './forge-ports';
import { reportPeople } from './report-people';

/** Goes on with the weekly report to Atlassian of whose personal data is kept, and erases those whose accounts are closed. */
export const reportPersonalData = (declared: readonly PersonalRows[], now: number): Promise<void> =>
  reportPeople(reportPorts(declared), now);
