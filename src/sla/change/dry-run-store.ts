/** What the dry run under way or last done has found. */
import * as v from 'valibot';
import type { Job, JobType } from '../../work/job';
import type { DryRun } from '../domain/answers/changes';
import { countsSchema, cycleChangeSchema, planSchema, targetSchema } from '../domain/answers/changes';

const findingsSchema = v.object({
  /** The version it compares with. */
  version: v.number(),
  target: targetSchema,
  plan: planSchema,
  asOf: v.number(),
  pageToken: v.optional(v.string()),
  checked: v.number(),
  total: v.number(),
  openCycles: v.number(),
  changedIssues: v.number(),
  counts: countsSchema,
  rows: v.array(cycleChangeSchema),
});
export type DryRunFindings = v.InferOutput<typeof findingsSchema>;
export type DryRunJob = Job<DryRunFindings>;

export const DRY_RUN: JobType<DryRunFindings> = { kind: 'dryRun', schema: findingsSchema };

export const dryRunOf = ({
  id,
  state,
  checked,
  total,
  openCycles,
  changedIssues,
  counts,
  rows,
  asOf,
}: DryRunJob): DryRun => ({
  id,
  // Nobody cancels one.
  state: state === 'cancelled' ? 'failed' : state,
  checked,
  total: Math.max(total, checked),
  openCycles,
  changedIssues,
  counts,
  rows,
  asOf,
});
