/** Of fewer people, or of fewer of their requests, no number is told, nor what is usual of them: somebody may be meant. */
export const FEWEST_TOLD = 5;

/** A number as it is told; `null` for one that is too small. */
export const ifMany = (count: number): number | null => (count < FEWEST_TOLD ? null : count);
