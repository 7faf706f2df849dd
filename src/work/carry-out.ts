/** Carries out what follows decisions: once at once, then again later, until it is done or shown to who can mend it. */
import { AppFailure, JiraRefused } from '../kernel/errors';
import { backOffMs } from '../kernel/put-off';
import { log } from '../platform/log';
import { transact } from '../platform/storage/transact';
import { markDone, withState } from './claim-row';
import { perform } from './perform';
import type { StepRow } from './step';
import { kindsOf, type StepRegistry } from './step-kinds';
import { after, stepRows } from './steps';

export interface RunnerPorts {
  readonly registry: StepRegistry;
  readonly now: () => number;
  /** Asks for the row to be looked at again in so many seconds; a sweep finds those that were not asked for. */
  readonly schedule: (id: string, seconds: number) => Promise<void>;
}

/** What came of a row: `left` is what is still to do, with the first failure. */
export interface CarriedOut {
  readonly left: StepRow | null;
  readonly error?: unknown;
}

/** How long the one who decided waits for what follows; the rest is done later. */
const AT_ONCE_MS = 15_000;
/** A step that Jira does not refuse outright is tried for so long. */
const GIVE_UP_MS = 86_400_000;
/** And at least so often. */
const MOST_WAIT_MS = 3_600_000;
const MAX_WHY = 300;

/**
 * Carries out a claimed row, in its order: a failing step holds up only what needs it. What is done is dropped; what failed is
 * tried later, or given up where Jira refuses it or it was tried for a day. Never throws: the decision stands, whoever made it.
 */
export async function carryOut(row: StepRow, ports: RunnerPorts): Promise<CarriedOut> {
  try {
    return await inOrder(row, ports);
  } catch (error) {
    log.error('step.crashed', error, { id: row.id });
    return { left: row, error };
  }
}

async function inOrder(row: StepRow, ports: RunnerPorts): Promise<CarriedOut> {
  const until = ports.now() + AT_ONCE_MS;
  if (await waitsForEarlier(row)) return later(row, ports);
  const kinds = kindsOf(row, ports.registry);
  let current = row;
  let first: unknown;
  let isHeldUp = false;
  for (const [index, step] of row.steps.entries()) {
    if (step.state !== 'open') continue;
    if (ports.now() > until) break;
    const kind = kinds[step.kind];
    try {
      if (kind === undefined) throw new Error(`Nobody carries out ${step.kind}.`);
      const mark = { id: `${row.id}:${index}`, again: row.tries > 0, since: Date.parse(row.decidedAt) };
      const holds = await perform(kind, step.data, mark, async () => {
        current = await markDone(current, index);
      });
      current = withState(current, index, 'done');
      if (!holds && kind.first) {
        current = { ...current, steps: current.steps.map((each) => ({ ...each, state: 'done' })) };
        break;
      }
    } catch (error) {
      log.error('step.failed', error, { kind: step.kind, id: row.id });
      first ??= error;
      // Whether it has happened is not known of what is done once: it is not done again, and shown.
      const isOver = kind?.repeats === 'once' || isFinal(error, row, ports.now());
      current = withState({ ...current, why: whyOf(error) }, index, isOver ? 'failed' : 'open');
      isHeldUp = isOver && kind?.first === true;
      if (kind?.first) break;
    }
  }
  return settle(current, isHeldUp, ports, first);
}

async function waitsForEarlier(row: StepRow): Promise<boolean> {
  const { docs } = await stepRows.query({
    index: 'by-subject',
    partition: [row.subject],
    range: { op: 'lt', value: row.decidedAt },
    limit: 5,
  });
  // The index may lag: one that was done a moment ago is gone.
  for (const { id } of docs) if ((await stepRows.get(id))?.state === 'waiting') return true;
  return false;
}

/** A no stays a no until somebody mends something; all else may pass. */
const isFinal = (error: unknown, { since }: StepRow, now: number): boolean =>
  (error instanceof AppFailure && !error.retryable && !mayBeLetIn(error)) ||
  now - Date.parse(since) > GIVE_UP_MS;

const mayBeLetIn = (error: AppFailure): boolean => error instanceof JiraRefused && error.status === 403;

function whyOf(error: unknown): string {
  if (error instanceof JiraRefused) return (error.params?.['why'] || String(error.status)).slice(0, MAX_WHY);
  return error instanceof AppFailure ? error.code : 'INTERNAL';
}

async function settle(
  row: StepRow,
  isHeldUp: boolean,
  ports: RunnerPorts,
  error: unknown,
): Promise<CarriedOut> {
  if (row.steps.every(({ state }) => state === 'done')) {
    await transact([stepRows.erase(row.id, { rev: row.rev })]);
    return { left: null };
  }
  if (row.steps.some(({ state }) => state === 'open') && !isHeldUp) return later(row, ports, error);
  const failed: StepRow = { ...row, rev: row.rev + 1, state: 'failed', held: false };
  await stepRows.put(row.id, failed, { rev: row.rev });
  return { left: failed, error };
}

async function later(row: StepRow, ports: RunnerPorts, error?: unknown): Promise<CarriedOut> {
  const wait = backOffMs(row.tries + 1, MOST_WAIT_MS);
  const left = { ...row, rev: row.rev + 1, held: false, at: after(ports.now(), wait) };
  await stepRows.put(row.id, left, { rev: row.rev });
  try {
    await ports.schedule(row.id, wait / 1000);
  } catch (second) {
    log.warn('step.schedule', { id: row.id, why: String(second) });
  }
  return { left, error };
}
