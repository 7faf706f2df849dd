import type { SlaRecord } from '../record/record';
import type { SlaPorts } from './ports';
import { type Prepared, write } from './persist';

/** How long the record of a deleted issue is kept for audits. */
export const KEEP_GONE_MS = 30 * 24 * 60 * 60_000;

/**
 * Closes the record of an issue that no longer exists: no clock runs, nothing is shown, it is dropped in 30 days. Work items
 * above that its clocks held are told.
 */
export function closed(ports: Pick<SlaPorts, 'now' | 'schedule'>, record: SlaRecord): Prepared {
  const { nextAt: _disarmed, putOff: _over, ...rest } = record;
  const now = ports.now();
  const tells = record.parents !== undefined;
  return {
    record: {
      ...rest,
      rev: record.rev + 1,
      open: 'g',
      ...(tells ? { nextAt: now } : {}),
      nextBreachAt: now + KEEP_GONE_MS,
      updatedAt: now,
    },
    expect: { rev: record.rev },
    async after() {
      if (tells) await ports.schedule([{ issueId: record.state.issueId, at: now }]);
    },
  };
}

/** The same, written at once. */
export const closeRecord = async (ports: SlaPorts, record: SlaRecord): Promise<'gone' | 'conflict'> =>
  (await write(ports, closed(ports, record))) === 'done' ? 'gone' : 'conflict';
