import type { Instant } from '../engine/model';
import { isoInstant } from '../clocks/record/record';
import { recordHeads } from '../clocks/record/record-store';
import type { RecordHead } from '../clocks/record/record-writes';

/** One page of an index. */
const MOST = 100;

export interface Clocks {
  /** Heads of open records whose next due instant is now or later, soonest first, then those where it has passed, latest first. */
  readonly heads: readonly RecordHead[];
  /** Dues after this instant were not read; every earlier one was. Left out: all were. */
  readonly upcomingUntil?: Instant;
  /** More clocks have passed their due instant than were read. */
  readonly moreBreached: boolean;
}

/**
 * The clocks nearest to now on both sides, from the due index, never more than two pages however many are open: late
 * work of years must not hide what breaks within the hour. With a project, that project's part of the index.
 */
export async function readClocks(now: Instant, projectId?: string): Promise<Clocks> {
  const place =
    projectId === undefined
      ? { index: 'by-breach', partition: ['y'] }
      : { index: 'by-project-breach', partition: [projectId, 'y'] };
  const value = isoInstant(now);
  const [upcoming, late] = await Promise.all([
    recordHeads.query({ ...place, range: { op: 'gte', value }, limit: MOST }),
    recordHeads.query({ ...place, range: { op: 'lt', value }, newestFirst: true, limit: MOST }),
  ]);
  const last = upcoming.docs.at(-1)?.nextBreachAt;
  return {
    heads: [...upcoming.docs, ...late.docs],
    ...(upcoming.cursor === undefined || last === undefined ? {} : { upcomingUntil: last }),
    moreBreached: late.cursor !== undefined,
  };
}
