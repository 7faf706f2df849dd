/** What the app owes people whose data it keeps. */
import { readReport } from './state';

export { privacyRows } from './state';

/** How many people were erased by the last report, or by the one under way. */
export const erasedAccounts = async (): Promise<number> => (await readReport())?.erased.length ?? 0;
