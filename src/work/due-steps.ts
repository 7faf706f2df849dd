/** Steps that nobody carries out at present: found when they are due, or tried again when somebody asks. */
import { carryOut, type RunnerPorts } from './carry-out';
import { claim } from './claim-row';
import type { StepRow } from './step';
import { stepRows } from './steps';

/** Claims a row that is due and carries it out; nothing where another has it. */
export async function carryOutDue(id: string, ports: RunnerPorts): Promise<void> {
  const row = await stepRows.get(id);
  if (row?.state !== 'waiting' || row.at > new Date(ports.now()).toISOString()) return;
  const claimed = await claim(row, ports.now());
  if (claimed) await carryOut(claimed, ports);
}

const A_SWEEP = 100;
const SWEEP_MS = 200_000;

/** Carries out what is due, what waits longest first, as far as the time goes. Answers how many rows it looked at. */
export async function sweepSteps(ports: RunnerPorts): Promise<number> {
  const until = ports.now() + SWEEP_MS;
  const range = { op: 'lte', value: new Date(ports.now()).toISOString() } as const;
  const due = await stepRows.queryAll({ index: 'by-state-at', partition: ['waiting'], range }, A_SWEEP);
  let looked = 0;
  for (const { id } of due) {
    if (ports.now() > until) break;
    looked += 1;
    await carryOutDue(id, ports);
  }
  return looked;
}

const MOST_SHOWN = 100;

/** What was given up, oldest first. */
export const failedSteps = (): Promise<readonly StepRow[]> =>
  stepRows.queryAll({ index: 'by-state-at', partition: ['failed'] }, MOST_SHOWN);

/** Tries again what was given up: somebody has mended what stood in its way. `false` where there is nothing to try. */
export async function tryAgain(id: string, ports: RunnerPorts): Promise<boolean> {
  const row = await stepRows.get(id);
  if (row?.state !== 'failed') return false;
  const claimed = await claim(row, ports.now());
  if (claimed) await carryOut(claimed, ports);
  return true;
}
