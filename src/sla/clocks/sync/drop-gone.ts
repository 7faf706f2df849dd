import { isoInstant } from '../record/record';
import { slaRecords } from '../record/record-store';

/** Daily: drops the records of issues deleted more than thirty days ago. Answers how many. */
export async function dropGone(now: number): Promise<number> {
  const gone = await slaRecords.queryAll(
    { index: 'by-breach', partition: ['g'], range: { op: 'lte', value: isoInstant(now) } },
    500,
  );
  for (const { state } of gone) await slaRecords.remove(state.issueId);
  return gone.length;
}
