/** What the recalculation of a change did to each cycle: kept for as long as the change can be undone. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { readBlob } from '../../../platform/storage/blobs';
import { guarded } from '../../../platform/storage/transact';
import type { CycleChange } from '../../definitions/domain/answers/changes';
import { cycleChangeSchema } from '../../definitions/domain/answers/changes';

const DAYS = 7;
const DAY_MS = 24 * 3_600_000;

const pageSchema = v.object({ until: v.number(), rows: v.array(cycleChangeSchema) });

const keyOf = (version: number, page: number): string => `sla:change:${version}:log:${page}`;

/** One page of the log, by number from 0; writing it again changes nothing. */
export const writeLogPage = (
  version: number,
  page: number,
  rows: readonly CycleChange[],
  now: number,
): Promise<void> =>
  guarded(() =>
    kvs.set(
      keyOf(version, page),
      { until: now + DAYS * DAY_MS, rows: [...rows] },
      { ttl: { value: DAYS, unit: 'DAYS' } },
    ),
  );

/** Empty once it has expired: Forge may remove it up to two days late. */
export async function readLogPage(
  version: number,
  page: number,
  now: number,
): Promise<readonly CycleChange[]> {
  const stored = await readBlob(keyOf(version, page), pageSchema);
  return stored !== null && stored.until > now ? stored.rows : [];
}
