/** Where repetition of an escalation level ends, in percent of the target. */
export const REPEATS_UNTIL_PERCENT = 200;
