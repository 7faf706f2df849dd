/** So long a record is taken for true unless somebody confirms it by saving. */
const FRESH_MS = 365 * 24 * 3_600_000;

/** What was changed before this, ISO, is old. */
export const oldBefore = (now: number): string => new Date(now - FRESH_MS).toISOString();
