/** Finds what falls due soon and plans it to the second. */
import type { Instant } from '../domain/model';
import { isoInstant, type RecordStore } from '../record';
import type { DueEvent, SlaPorts } from './ports';

/** Three runs of the sweep: one that is late or missing costs nothing. */
export const WINDOW_MS = 15 * 60_000;
/** Planned and still armed so long after its time: its event was lost, plan again. */
const OVERDUE_MS = 2 * 60_000;
const MOST_PER_SWEEP = 2000;

/** What earlier sweeps have planned: `issueId:instant`, kept until well after its time. */
export interface Planned {
  readonly read: () => Promise<readonly DueEvent[]>;
  readonly write: (planned: readonly DueEvent[], now: Instant) => Promise<void>;
}

/**
 * One query when nothing is due. Otherwise everything due within 15 minutes, late ones first, is planned once;
 * what an earlier sweep planned is left alone unless its time is well past. Answers how many were planned.
 */
export async function sweep(
  ports: SlaPorts,
  records: Pick<RecordStore, 'queryAll'>,
  planned: Planned,
): Promise<number> {
  const now = ports.now();
  const due = await records.queryAll(
    { index: 'by-due', partition: ['y'], range: { op: 'lte', value: isoInstant(now + WINDOW_MS) } },
    MOST_PER_SWEEP,
  );
  if (due.length === 0) return 0;
  const known = (await planned.read()).filter(({ at }) => at > now - OVERDUE_MS);
  const names = new Set(known.map(nameOf));
  const fresh = due
    .flatMap(({ state, nextAt }) => (nextAt === undefined ? [] : [{ issueId: state.issueId, at: nextAt }]))
    .filter((event) => !names.has(nameOf(event)));
  if (fresh.length === 0) return 0;
  const taken = await ports.wake(fresh);
  if (taken.length > 0)
    await planned.write([...known, ...taken.filter(({ at }) => at > now - OVERDUE_MS)], now);
  return taken.length;
}

const nameOf = ({ issueId, at }: { issueId: string; at: Instant }): string => `${issueId}:${at}`;
