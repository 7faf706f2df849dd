/** Stands for no issue: the run that tells people what was held, for all issues at once. */
export const FLUSH_RUN = '*';
