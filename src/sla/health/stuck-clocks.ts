import { isoInstant, type SlaRecord } from '../clocks/record/record';
import { slaRecords } from '../clocks/record/record-store';

/** A clock still armed so long after its time is stuck. */
const STUCK_MS = 30 * 60_000;
const MOST = 20;

/** Records whose time came half an hour before `now` (ms) or earlier and went by: those nobody woke, and those that fail and are put off. */
export async function stuckClocks(now: number): Promise<readonly SlaRecord[]> {
  const before = now - STUCK_MS;
  const range = { op: 'lte', value: isoInstant(before) } as const;
  const [unwoken, failing] = await Promise.all([
    slaRecords.query({ index: 'by-due', partition: ['y'], range, limit: MOST }),
    slaRecords.query({ index: 'by-due', partition: ['f'], limit: MOST }),
  ]);
  return [...unwoken.docs, ...failing.docs.filter(({ nextAt = now }) => nextAt <= before)];
}
