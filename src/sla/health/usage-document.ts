/** What the daily count of usage found: one small document of its own, so that no other writer loses it. */
import type * as v from 'valibot';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';
import { usageSchema } from '../definitions/domain/usage/usage-schema';

const KEY = 'sla:usage';

export type UsageDocument = v.InferOutput<typeof usageSchema>;

export const readUsage = (): Promise<UsageDocument | null> => readRebuildable(KEY, usageSchema);
export const writeUsage = (usage: UsageDocument): Promise<void> => writeBlob(KEY, usage, 'one');
