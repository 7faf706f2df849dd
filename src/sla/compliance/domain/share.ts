/** Shares of a whole as exact integers: percentages have two decimals, so ten thousand parts. */

const PARTS = 10_000;

/** A percentage as parts of ten thousand: 99.95 is 9995. */
const partsOf = (percent: number): number => Math.round(percent * 100);

/** A share in percent, cut to two decimals, so that what misses 95 % is never shown as 95 %; `null` of nothing. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * PARTS) / whole) / 100;

/** Whether `part` of `whole` is at least so many percent; of nothing it is. */
export const reaches = (part: number, whole: number, percent: number): boolean =>
  part * PARTS >= partsOf(percent) * whole;

/** Whether `part` of `whole` is at most so many percent. */
export const staysWithin = (part: number, whole: number, percent: number): boolean =>
  part * PARTS <= partsOf(percent) * whole;

/** So many percent of an amount, halves rounded up. */
export const shareOf = (amount: number, percent: number): number =>
  Math.floor((amount * partsOf(percent) + PARTS / 2) / PARTS);

/** How far `met` of `all` is from a threshold in percent. */
export type Room =
  /** So many more failures leave it at or above the threshold. */
  | { readonly kind: 'bears'; readonly breaches: number }
  /** Nothing could take it below: the threshold is 0 %. */
  | { readonly kind: 'unlimited' }
  /** It is below; so many successes in a row bring it back. */
  | { readonly kind: 'needs'; readonly met: number }
  /** It is below for good: of 100 % one failure is too many. */
  | { readonly kind: 'lost' };

/** The room of `met` of `all` above a threshold, as of now: what is still to come is not guessed. */
export function roomOf(met: number, all: number, percent: number): Room {
  const parts = partsOf(percent);
  if (reaches(met, all, percent)) {
    if (parts === 0) return { kind: 'unlimited' };
    return { kind: 'bears', breaches: Math.floor((met * PARTS) / parts) - all };
  }
  if (parts === PARTS) return { kind: 'lost' };
  return { kind: 'needs', met: Math.ceil((parts * all - met * PARTS) / (PARTS - parts)) };
}
