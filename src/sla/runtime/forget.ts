import type { SlaRecord } from '../record';
import type { SlaPorts } from './ports';

/** How long the record of a deleted issue is kept for audits. */
export const KEEP_GONE_MS = 30 * 24 * 60 * 60_000;

/**
 * Closes the record of an issue that no longer exists: no clock runs, nothing is shown, it is dropped in 30 days. Work items
 * above that its clocks held are told.
 */
export async function forget(ports: SlaPorts, record: SlaRecord): Promise<'gone' | 'conflict'> {
  const { nextAt: _disarmed, ...rest } = record;
  const now = ports.now();
  const gone: SlaRecord = {
    ...rest,
    rev: record.rev + 1,
    open: 'g',
    ...(record.parents === undefined ? {} : { nextAt: now }),
    nextBreachAt: now + KEEP_GONE_MS,
    updatedAt: now,
  };
  if ((await ports.save(gone, { rev: record.rev })) === 'conflict') return 'conflict';
  if (gone.nextAt !== undefined) await ports.wake([{ issueId: record.state.issueId, at: now }]);
  return 'gone';
}
