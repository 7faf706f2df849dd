/** People in files on their way in: owners, approvers, recipients. They are gone after a day. */
import { documentsUnder, type PersonalRows } from '../work/personal-rows';
import { STAGED_PREFIX } from './transfer/staged';

export const settingsRows: readonly PersonalRows[] = [documentsUnder(STAGED_PREFIX, { days: 1 })];
