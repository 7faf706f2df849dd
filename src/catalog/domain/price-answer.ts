import * as v from 'valibot';
import { PERIODS } from './parts-schema';

/** A price as people are told it. */
export const priceAnswer = v.object({
  amount: v.number(),
  currency: v.string(),
  recurring: v.optional(v.object({ amount: v.number(), period: v.picklist(PERIODS) })),
});
