/** How far the weekly report of personal data is, and which accounts were closed. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';

/** It names the accounts itself, and no report is to find them there. */
export const REPORT_KEY = 'privacy:report';

const stateSchema = v.object({
  schema: v.literal(1),
  place: v.number(),
  cursor: v.optional(v.string()),
  /** When the report that is under way, or was the last, began. */
  startedAt: v.optional(v.number()),
  /** When the last report was whole; missing while one is under way. */
  doneAt: v.optional(v.number()),
  closed: v.optional(v.array(v.object({ accountId: v.string(), at: v.number() })), []),
});
export type ReportState = v.InferOutput<typeof stateSchema>;

export const readReport = (): Promise<ReportState | null> => readRebuildable(REPORT_KEY, stateSchema);
export const writeReport = (state: ReportState): Promise<void> => writeBlob(REPORT_KEY, state, 'one');
