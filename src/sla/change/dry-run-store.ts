/** The one dry run under way or last done. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';
import {
  countsSchema,
  cycleChangeSchema,
  type DryRun,
  planSchema,
  targetSchema,
} from '../domain/answers/changes';

const KEY = 'sla:dry-run';

const documentSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  by: v.string(),
  state: v.picklist(['running', 'done', 'failed']),
  /** The version it compares with. */
  version: v.number(),
  target: targetSchema,
  plan: planSchema,
  startedAt: v.number(),
  asOf: v.number(),
  pageToken: v.optional(v.string()),
  checked: v.number(),
  total: v.number(),
  openCycles: v.number(),
  changedIssues: v.number(),
  counts: countsSchema,
  rows: v.array(cycleChangeSchema),
});
export type DryRunDocument = v.InferOutput<typeof documentSchema>;

export const readDryRun = (): Promise<DryRunDocument | null> => readRebuildable(KEY, documentSchema);
export const writeDryRun = (document: DryRunDocument): Promise<void> =>
  writeBlob(KEY, document, `${document.id}:${document.checked}`);

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
}: DryRunDocument): DryRun => ({
  id,
  state,
  checked,
  total: Math.max(total, checked),
  openCycles,
  changedIssues,
  counts,
  rows,
  asOf,
});
