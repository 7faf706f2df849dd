/** Steps that nobody carries out at present: found when they are due, or tried again when somebody asks. */
import { carryOut, type RunnerPorts } from './carry-out';
import { claim } from './claim-row';
import type { StepRow } from './step';
import { stepRows } from './steps';
import { inTurn, type TimerKind } from './timers';

/** Claims a row that is due and carries it out; nothing where another has it. */
export async function carryOutDue(id: string, ports: RunnerPorts): Promise<void> {
  const row = await stepRows.get(id);
  if (row?.state !== 'waiting' || row.at > new Date(ports.now()).toISOString()) return;
  const claimed = await claim(row, ports.now());
  if (claimed) await carryOut(claimed, ports);
}

/** Rows whose event was lost, or waits for longer than the queue can. */
export const stepTimers = (ports: RunnerPorts): TimerKind<StepRow> => ({
  name: 'steps',
  rows: stepRows,
  quota: 100,
  aheadMs: 0,
  take: (rows) => inTurn(rows, ports.now, ({ id }) => carryOutDue(id, ports)),
});

const MOST_SHOWN = 100;

/** What was given up, oldest first. */
export const failedSteps = (): Promise<readonly StepRow[]> =>
  stepRows.queryAll({ index: 'by-due', partition: ['n'] }, MOST_SHOWN);

/** Tries again what was given up: somebody has mended what stood in its way. `false` where there is nothing to try. */
export async function tryAgain(id: string, ports: RunnerPorts): Promise<boolean> {
  const row = await stepRows.get(id);
  if (row?.state !== 'failed') return false;
  const claimed = await claim(row, ports.now());
  if (claimed) await carryOut(claimed, ports);
  return true;
}
