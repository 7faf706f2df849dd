/** What others read of a record; nobody and nothing where there is none, or it does not say. */
import type { PersonRecord } from './person';

type Known = PersonRecord | undefined;

const told = (text: string | undefined): string | null => text || null;

/** Whom they work for: an account. */
export const managerOf = (record: Known): string | null => told(record?.manager);
/** Who acts for them while they can't: an account. */
export const standInOf = (record: Known): string | null => told(record?.standIn);
/** Where they work, as the company calls it. */
export const placeOf = (record: Known): string | null => told(record?.place);
