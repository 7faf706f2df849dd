const FAST_ASKS = 8;
const SLOW_MS = 5_000;

/**
 * How long to wait before asking again how far long work is: short work is followed closely, long work less often, so that
 * whoever watches it does not use up their share of the storage. `asked` is how often it was asked already.
 */
export const pollDelay = (asked: number, fastMs: number): number =>
  asked < FAST_ASKS ? fastMs : Math.max(fastMs, SLOW_MS);
