/** How review periods and the job that counts them are stored. */
import * as v from 'valibot';
import { termsSchema } from '../definitions/domain/rules/terms-schema';
import type { PeriodResult } from './domain/result';
import type { Tally } from './domain/tally';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.number(), v.integer());

const tallySchema: v.GenericSchema<unknown, Tally> = v.object({
  met: count,
  breached: count,
  excused: count,
  cancelled: count,
  open: count,
  undated: count,
});

const talliesSchema = v.record(v.string(), tallySchema);

const shareSchema = v.union([v.object({ matching: count, among: count }), v.object({ refused: v.string() })]);

const valueSchema = v.object({ value: v.number(), at: instant, by: v.string(), note: v.string() });

/** One row per agreement and period. */
export interface PeriodDocument extends PeriodResult {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  readonly agreementId: string;
}

export const periodSchema: v.GenericSchema<unknown, PeriodDocument> = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  agreementId: v.string(),
  key: v.string(),
  from: instant,
  to: instant,
  terms: termsSchema,
  counted: v.optional(
    v.object({ at: instant, metrics: talliesSchema, shares: v.record(v.string(), shareSchema) }),
  ),
  values: v.record(v.string(), v.array(valueSchema)),
  review: v.optional(v.object({ at: instant, by: v.string(), note: v.string() })),
});

const taskSchema = v.object({
  agreementId: v.string(),
  key: v.string(),
  /** Asked for by somebody: a period that has ended takes over the terms of today. */
  renew: v.boolean(),
});
export type CountTask = v.InferOutput<typeof taskSchema>;

export const countSchema = v.object({
  tasks: v.array(taskSchema),
  /** What the tallies were counted by; another version begins anew. */
  version: v.optional(v.number()),
  /** When its reading began: what it tells is as of then. */
  begunAt: v.optional(instant),
  /** Projects whose records are still to be read. */
  projects: v.array(v.string()),
  /** How many were read. */
  read: v.number(),
  /** By metric, of each task. */
  tallies: v.array(talliesSchema),
});
export type Count = v.InferOutput<typeof countSchema>;
