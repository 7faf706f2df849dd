/** People in their records, as managers, stand-ins and assistants of others, and in what the nightly look found. */
import { documentsUnder, type PersonalRows, rowsOf } from '../work/personal-rows';

export const peopleRows: readonly PersonalRows[] = [
  rowsOf('person', 'rev', 'removed'),
  documentsUnder('people:'),
];
