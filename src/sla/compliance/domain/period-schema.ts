/** How a review period is stored. */
import * as v from 'valibot';
import { wholeSchema } from '../../engine/model/base';
import { termsSchema } from '../../engine/model/terms';

const count = v.pipe(wholeSchema, v.minValue(0));

/** Finished cycles whose stop falls in the period, each counted once; and cycles under way that are late already. */
export const tallySchema = v.object({
  met: count,
  breached: count,
  excused: count,
  cancelled: count,
  /** Breached and not finished: beside the others, counted in none. */
  open: count,
  /** Finished cycles of which only the verdict is known, not when they stopped: they may belong here. */
  undated: count,
});
export const talliesSchema = v.record(v.string(), tallySchema);

/** What Jira counted for a commitment, or why it would not, in Jira's words. */
export const shareSchema = v.union([
  v.object({ matching: count, among: count }),
  v.object({ refused: v.string() }),
]);

/** A value somebody entered by hand. */
const valueSchema = v.object({ value: v.number(), at: wholeSchema, by: v.string(), note: v.string() });

/** One row per agreement and period. */
export const periodSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  agreementId: v.string(),
  key: v.string(),
  from: wholeSchema,
  to: wholeSchema,
  /** The terms it is judged by: those of the agreement until it ends, then those it was counted with last. */
  terms: termsSchema,
  counted: v.optional(
    v.object({ at: wholeSchema, metrics: talliesSchema, shares: v.record(v.string(), shareSchema) }),
  ),
  /** By commitment, the latest last. */
  values: v.record(v.string(), v.array(valueSchema)),
  /** Once reviewed nothing of it changes. */
  review: v.optional(v.object({ at: wholeSchema, by: v.string(), note: v.string() })),
});
