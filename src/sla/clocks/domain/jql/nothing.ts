/** Stands where a metric has no agreement or pauses for no reason: JQL can't ask properties for what is missing. */
export const NOTHING = '-';
