/** How an agreement is judged over a period, as it is stored and exchanged. */
import * as v from 'valibot';
import { idSchema, nameSchema } from './calendar-schema';
import { code } from '../../../engine/model/code';

/** Amounts stay exact when they are multiplied by a share. */
const MOST_MINOR = 100_000_000_000;
/** A period keeps the terms it was judged by: they must stay small. */
const MOST_COMMITMENTS = 10;
const MOST_BANDS = 10;
const MOST_JQL = 500;

const percentSchema = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(100),
  v.check((value) => Number(value.toFixed(2)) === value, code('TOO_PRECISE')),
);
const amountSchema = v.pipe(v.number(), v.integer(code('NOT_WHOLE')), v.minValue(0), v.maxValue(MOST_MINOR));
const jqlSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_JQL));

const bandSchema = v.object({
  id: idSchema,
  kind: v.picklist(['credit', 'reward']),
  at: percentSchema,
  share: percentSchema,
});

const commitmentSchema = v.object({
  id: idSchema,
  name: nameSchema,
  unit: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20)), ''),
  direction: v.picklist(['atLeast', 'atMost']),
  target: v.pipe(v.number(), v.finite()),
  source: v.variant('kind', [
    v.object({ kind: v.literal('manual') }),
    v.object({ kind: v.literal('jql'), matching: jqlSchema, among: jqlSchema }),
  ]),
});

export const termsSchema = v.object({
  review: v.object({ period: v.picklist(['month', 'quarter', 'rolling30']), zone: v.string() }),
  compliance: v.optional(v.object({ target: percentSchema, atRisk: v.optional(percentSchema) })),
  finance: v.optional(
    v.object({
      currency: v.string(),
      charge: v.optional(amountSchema),
      bands: v.optional(v.pipe(v.array(bandSchema), v.maxLength(MOST_BANDS)), []),
      breachCost: v.optional(amountSchema),
    }),
  ),
  commitments: v.optional(v.pipe(v.array(commitmentSchema), v.maxLength(MOST_COMMITMENTS)), []),
});
