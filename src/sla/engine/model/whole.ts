/** What is measured, and the agreements it is measured for: with test cases and terms, which no replay needs. */
import * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import { agreementParts } from './agreement-parts';
import { metricParts, withCancel } from './metric-parts';
import { termsSchema } from './terms';
import { testCaseSchema } from './test-cases';

/** A metric with whatever has an obvious default filled in; docs/sla-cli.md lists the keys and their defaults. */
export const metricSchema = v.pipe(
  v.object({
    ...metricParts.entries,
    /** What the metric must answer; a save that breaks one is refused. No replay needs them. */
    tests: v.optional(v.pipe(v.array(testCaseSchema), v.maxLength(50))),
  }),
  v.transform(withCancel),
);
export type MetricDefinition = ReadOnly<v.InferOutput<typeof metricSchema>>;

export const agreementSchema = v.object({
  ...agreementParts.entries,
  /** How it is judged over a period. No clock counts on it. */
  terms: v.optional(termsSchema),
});
export type Agreement = ReadOnly<v.InferOutput<typeof agreementSchema>>;

export const WHOLE_PARTS = { metric: metricSchema, agreement: agreementSchema };
