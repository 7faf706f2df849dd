/** Metrics and agreements whole: with their test cases and their terms, which no replay needs. */
import * as v from 'valibot';
import { metricParts, withCancel } from './metric-schema';
import { agreementParts, type Parts } from './read-parts';
import { termsSchema } from './terms-schema';
import { testCaseSchema } from './test-case-schema';

/** A metric with whatever has an obvious default filled in; docs/sla-cli.md lists the keys and their defaults. */
export const metricSchema = v.pipe(
  v.object({
    ...metricParts.entries,
    tests: v.optional(v.pipe(v.array(testCaseSchema), v.maxLength(50))),
  }),
  v.transform(withCancel),
);

export const agreementSchema = v.object({ ...agreementParts.entries, terms: v.optional(termsSchema) });

export const WHOLE_PARTS: Parts = { metric: metricSchema, agreement: agreementSchema };
