/** Who works on a row of steps has it to themselves for a while. */
import { transact } from '../platform/storage/transact';
import { LEASE_MS } from './lease';
import type { Step, StepRow } from './step';
import { after, stepRows } from './steps';

/** The row for whoever asks first; what was given up is tried anew. `null` where somebody else was faster. */
export async function claim(row: StepRow, now: number): Promise<StepRow | null> {
  const claimed: StepRow = {
    ...row,
    rev: row.rev + 1,
    steps: row.steps.map((step) => (step.state === 'failed' ? { ...step, state: 'open' } : step)),
    state: 'waiting',
    at: after(now, LEASE_MS),
    held: true,
    tries: row.tries + 1,
    since: row.state === 'failed' ? new Date(now).toISOString() : row.since,
  };
  return (await stepRows.put(row.id, claimed, { rev: row.rev })) === 'done' ? claimed : null;
}

/** Drops a row of which nothing has happened: who decided is told that it could not be done. */
export const dropRow = async ({ id, rev }: StepRow): Promise<void> =>
  void (await transact([stepRows.erase(id, { rev })]));

/** Noted before it is done; where that can't be noted, it is not done. */
export async function markDone(row: StepRow, index: number): Promise<StepRow> {
  const marked = { ...withState(row, index, 'done'), rev: row.rev + 1 };
  if ((await stepRows.put(row.id, marked, { rev: row.rev })) === 'done') return marked;
  throw new Error(`Somebody else carries out ${row.id}.`);
}

/** The row with one of its steps in another state. */
export const withState = (row: StepRow, index: number, state: Step['state']): StepRow => ({
  ...row,
  steps: row.steps.map((step, at) => (at === index ? { ...step, state } : step)),
});

/** The row with one of its steps done by who made the decision, in the same transaction. */
export const withDone = (row: StepRow, kind: string): StepRow => ({
  ...row,
  rev: row.rev + 1,
  steps: row.steps.map((step) => (step.kind === kind ? { ...step, state: 'done' } : step)),
});
