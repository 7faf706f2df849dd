/** How far the weekly report of personal data is, and how many people were erased by it. It names nobody. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../platform/storage/blobs';
import { documentsUnder, type PersonalRows } from '../work/personal-rows';

const REPORT_KEY = 'privacy:report';

const stateSchema = v.object({
  schema: v.literal(1),
  /** Which kind of row it looks through, and from where. */
  place: v.number(),
  cursor: v.optional(v.string()),
  /** When the last report was whole; missing while one is under way. */
  doneAt: v.optional(v.number()),
  /** What marks are made with. Gone with the end of the report: then nothing leads from a mark to an account. */
  salt: v.optional(v.string()),
  /** The marks put in place of people so far. */
  erased: v.array(v.string()),
});
export type ReportState = v.InferOutput<typeof stateSchema>;

export const readReport = (): Promise<ReportState | null> => readRebuildable(REPORT_KEY, stateSchema);
export const writeReport = (state: ReportState): Promise<void> => writeBlob(REPORT_KEY, state, 'one');

export const privacyRows: readonly PersonalRows[] = [documentsUnder('privacy:')];
