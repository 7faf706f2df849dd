/** What an agreement promises over a period: how often its clocks must be kept, what that costs, and what no clock measures. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { idSchema, nameSchema } from './base';
import { code } from './code';

/** Amounts stay exact when they are multiplied by a share. */
const MOST_MINOR = 100_000_000_000;
/** A period keeps the terms it was judged by: they must stay small. */
const MOST_COMMITMENTS = 10;
const MOST_BANDS = 10;
const MOST_JQL = 500;

/** At most two decimals. */
const percentSchema = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(100),
  v.check((value) => Number(value.toFixed(2)) === value, code('TOO_PRECISE')),
);
/** Whole numbers of the currency's smallest unit. */
const amountSchema = v.pipe(v.number(), v.integer(code('NOT_WHOLE')), v.minValue(0), v.maxValue(MOST_MINOR));
const jqlSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_JQL));

/** A `credit` is due below `at` percent of compliance, a `reward` from it on: `share` percent of the period's charge. */
const bandSchema = v.object({
  id: idSchema,
  kind: v.picklist(['credit', 'reward']),
  at: percentSchema,
  share: percentSchema,
});
export type Band = ReadOnly<v.InferOutput<typeof bandSchema>>;

/** The share, in percent, of work items matching one query among those matching another; both as JQL with `{from}` and `{to}`. */
const jqlSourceSchema = v.object({ kind: v.literal('jql'), matching: jqlSchema, among: jqlSchema });
export type JqlSource = ReadOnly<v.InferOutput<typeof jqlSourceSchema>>;

/** What is promised without a clock: availability, satisfaction, a rate. */
const commitmentSchema = v.object({
  id: idSchema,
  name: nameSchema,
  unit: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20)), ''),
  direction: v.picklist(['atLeast', 'atMost']),
  target: v.pipe(v.number(), v.finite()),
  source: v.variant('kind', [v.object({ kind: v.literal('manual') }), jqlSourceSchema]),
});
export type Commitment = ReadOnly<v.InferOutput<typeof commitmentSchema>>;

const complianceSchema = v.object({
  target: percentSchema,
  /** Below it the target is at risk; left out: only what misses the target is told. */
  atRisk: v.optional(percentSchema),
});
export type ComplianceTerms = ReadOnly<v.InferOutput<typeof complianceSchema>>;

const financeSchema = v.object({
  /** ISO 4217. */
  currency: v.string(),
  /** What the consumer pays for a period. */
  charge: v.optional(amountSchema),
  bands: v.optional(v.pipe(v.array(bandSchema), v.maxLength(MOST_BANDS)), []),
  /** What one breach costs the business; nobody pays it. */
  breachCost: v.optional(amountSchema),
});
export type FinanceTerms = ReadOnly<v.InferOutput<typeof financeSchema>>;

/** `rolling30`: the last thirty days, the present one included. */
const periodKindSchema = v.picklist(['month', 'quarter', 'rolling30']);
export type PeriodKind = v.InferOutput<typeof periodKindSchema>;

/** Over which periods an agreement is judged; their days begin at midnight in an IANA zone. */
const reviewSchema = v.object({ period: periodKindSchema, zone: v.string() });
export type ReviewTerms = ReadOnly<v.InferOutput<typeof reviewSchema>>;

export const termsSchema = v.object({
  review: reviewSchema,
  compliance: v.optional(complianceSchema),
  finance: v.optional(financeSchema),
  commitments: v.optional(v.pipe(v.array(commitmentSchema), v.maxLength(MOST_COMMITMENTS)), []),
});
export type AgreementTerms = ReadOnly<v.InferOutput<typeof termsSchema>>;
