/** Where repetition of an escalation level ends, in percent of the target. */
export const REPEATS_UNTIL_PERCENT = 200;

/** How many holidays, and how many exceptions, a calendar or a set holds. */
export const MOST_DATES = 2_000;
