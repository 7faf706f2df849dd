/** What the daily count of usage found: one small document of its own, so that no other writer loses it. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';

const KEY = 'sla:usage';
const count = v.pipe(v.number(), v.integer());

const usageSchema = v.object({
  schema: v.literal(1),
  at: v.number(),
  goals: v.array(v.object({ metricId: v.string(), goalId: v.string(), count })),
  dueNextYear: v.array(v.object({ calendarId: v.string(), count })),
  longPaused: v.array(v.object({ metricId: v.string(), count, keys: v.array(v.string()) })),
  noGoal: v.array(v.object({ metricId: v.string(), count, keys: v.array(v.string()) })),
});
export type UsageDocument = v.InferOutput<typeof usageSchema>;

export const readUsage = (): Promise<UsageDocument | null> => readRebuildable(KEY, usageSchema);
export const writeUsage = (usage: UsageDocument): Promise<void> => writeBlob(KEY, usage, 'one');
