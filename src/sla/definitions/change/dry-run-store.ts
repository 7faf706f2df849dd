/** What the dry run under way or last done has found. */
import * as v from 'valibot';
import type { Job, JobType } from '../../../work/job';
import { type DryRun, dryRunSchema, planSchema, targetSchema } from '../domain/answers/changes';

const findingsSchema = v.object({
  ...v.omit(dryRunSchema, ['id', 'state']).entries,
  /** The version it compares with. */
  version: v.number(),
  target: targetSchema,
  plan: planSchema,
  pageToken: v.optional(v.string()),
});
export type DryRunFindings = v.InferOutput<typeof findingsSchema>;
export type DryRunJob = Job<DryRunFindings>;

export const DRY_RUN: JobType<DryRunFindings> = { kind: 'dryRun', schema: findingsSchema };

/** As screens see it. Nobody cancels one. */
export const dryRunOf = (job: DryRunJob): DryRun =>
  v.parse(dryRunSchema, { ...job, total: Math.max(job.total, job.checked) });
