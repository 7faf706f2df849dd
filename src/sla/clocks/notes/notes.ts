/** What the health page tells of the SLA runtime: one small document. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../../../platform/storage/blobs';

const KEY = 'sla:health';

/** What could not be done, or not surely: the health page has words for each. */
export const COMPLAINTS = [
  'nobodyToTell',
  'viewersUnknown',
  'mailUnconfirmed',
  'transitionMissing',
  'actionRefused',
] as const;

export interface Complaint {
  readonly code: (typeof COMPLAINTS)[number];
  readonly issueKey: string;
  readonly metricId: string;
  readonly level: string;
  readonly action: string;
}

const healthSchema = v.object({
  schema: v.literal(1),
  lastSweep: v.optional(v.number()),
  lastReconcile: v.optional(v.number()),
  checked: v.optional(v.number(), 0),
  repaired: v.optional(v.number(), 0),
  sampled: v.optional(v.number(), 0),
  drifted: v.optional(v.number(), 0),
  /** Where the rolling sample goes on: the last issue id it looked at. */
  sampleAfter: v.optional(v.string()),
  complaints: v.optional(
    v.array(
      v.object({
        at: v.number(),
        code: v.picklist(COMPLAINTS),
        issueKey: v.string(),
        metricId: v.string(),
        level: v.string(),
        action: v.string(),
      }),
    ),
    [],
  ),
});
export type SlaHealthDocument = v.InferOutput<typeof healthSchema>;

const NOTHING_YET: SlaHealthDocument = {
  schema: 1,
  checked: 0,
  repaired: 0,
  sampled: 0,
  drifted: 0,
  complaints: [],
};

export const readHealth = async (): Promise<SlaHealthDocument> =>
  (await readRebuildable(KEY, healthSchema)) ?? NOTHING_YET;

/** Last writer wins: nothing decides by this document. */
export const writeHealth = (health: SlaHealthDocument): Promise<void> => writeBlob(KEY, health, 'one');
