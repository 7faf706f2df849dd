/** What is usual of an item, as far as enough requests tell: approvals and stages by the clock, deliveries in working time. Lengths in milliseconds. */
import * as v from 'valibot';
import { FEWEST_TOLD } from '../../kernel/few';
import type { ReadOnly } from '../../kernel/read-only';
import type { RequestHead } from './model';

/** Above this share of late ones the 85th of a hundred is later than promised. */
const LATE = 0.15;

const deliverySchema = v.object({
  count: v.number(),
  p50: v.number(),
  p85: v.number(),
  /** It takes longer than promised too often. */
  isLate: v.boolean(),
});
export const usualSchema = v.object({
  /** From the first question to the last decision: half of them took no longer. */
  approval: v.optional(v.number()),
  /** By metric. */
  delivery: v.optional(v.record(v.string(), deliverySchema)),
  /** By stage, by the clock: half of them were in it no longer. */
  stages: v.optional(v.record(v.string(), v.number())),
});
export type Usual = ReadOnly<v.InferOutput<typeof usualSchema>>;
export type UsualDelivery = ReadOnly<v.InferOutput<typeof deliverySchema>>;

/** The smallest length that so large a share of them does not exceed; the list is not empty. */
const shareOf = (lengths: readonly number[], share: number): number =>
  lengths.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(lengths.length * share) - 1)] ?? 0;

/** Half of some lengths are no longer than this; `undefined` where they are too few. */
export const usualLength = (lengths: readonly number[]): number | undefined =>
  lengths.length < FEWEST_TOLD ? undefined : shareOf(lengths, 0.5);

/** Of the deliveries by one metric; `undefined` where they are too few. */
export function usualDelivery(
  cycles: readonly { readonly elapsedMs: number; readonly isLate: boolean }[],
): UsualDelivery | undefined {
  const count = cycles.length;
  if (count < FEWEST_TOLD) return undefined;
  const lengths = cycles.map(({ elapsedMs }) => elapsedMs);
  const late = cycles.filter(({ isLate }) => isLate).length;
  return { count, p50: shareOf(lengths, 0.5), p85: shareOf(lengths, 0.85), isLate: late / count > LATE };
}

/** How long a request waited for its approval that people decided since an instant (ms); `null` where they did not. */
export function approvalLength({ approvals }: Pick<RequestHead, 'approvals'>, since: number): number | null {
  const first = approvals[0];
  const last = approvals.findLast(({ decidedAt }) => decidedAt !== undefined);
  const isOpen = approvals.some(({ state }) => state === 'pending');
  if (first === undefined || last?.decidedAt === undefined || isOpen) return null;
  const decided = Date.parse(last.decidedAt);
  return decided < since ? null : decided - Date.parse(first.startedAt);
}
