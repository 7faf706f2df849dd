/** Carries out what follows decisions: once at once, then again later, until it is done or shown to who can mend it. */
import { AppFailure, JiraRefused } from '../kernel/errors';
import { log } from '../platform/log';
import { transact } from '../platform/storage/transact';
import type { Step, StepRow } from './step';
import { after, LEASE_MS, stepRows } from './steps';

/** What a step is known by outside, and whether it may have happened before. */
export interface Mark {
  readonly id: string;
  readonly again: boolean;
}

export interface StepKind {
  /**
   * How it may be repeated: `repeatable` compares before it acts; `traced` looks for the mark it left; `once` is noted as done
   * before it is, and may be lost.
   */
  readonly repeats: 'repeatable' | 'traced' | 'once';
  /** Nothing after it may happen before it has, nor when it need not happen any more. */
  readonly first?: boolean;
  /** Whether it must still happen: what was decided may not hold any more. What has happened already still holds. */
  readonly holds: (data: Step['data']) => Promise<boolean>;
  /** Of a traced one: whether its mark is there. */
  readonly isLeft?: (data: Step['data'], mark: Mark) => Promise<boolean>;
  readonly run: (data: Step['data'], mark: Mark) => Promise<void>;
}

export type StepKinds = Readonly<Record<string, StepKind>>;
/** The kinds of a subject's steps, for one of them by its id: `request` for `request:<id>`. */
export type StepRegistry = Readonly<Record<string, (id: string) => StepKinds>>;

export interface RunnerPorts {
  readonly registry: StepRegistry;
  readonly now: () => number;
  /** Asks for the row to be looked at again in so many seconds; a sweep finds those that were not asked for. */
  readonly wake: (id: string, seconds: number) => Promise<void>;
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
const BACK_OFF_MS = [30_000, 300_000, 900_000, 3_600_000];
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
      if (kind?.repeats === 'once') current = await markDone(current, index);
      const holds = await perform(kind, step, { id: `${row.id}:${index}`, again: row.tries > 0 });
      current = withState(current, index, 'done');
      if (!holds && kind?.first) {
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

/** Answers whether it still holds. */
async function perform(kind: StepKind | undefined, { data, kind: name }: Step, mark: Mark): Promise<boolean> {
  if (kind === undefined) throw new Error(`Nobody carries out ${name}.`);
  // Who has decided a moment ago need not decide again.
  if (mark.again && !(await kind.holds(data))) return false;
  const isLeft = mark.again && kind.repeats === 'traced' && (await kind.isLeft?.(data, mark));
  if (!isLeft) await kind.run(data, mark);
  return true;
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

function kindsOf({ subject }: StepRow, registry: StepRegistry): StepKinds {
  const at = subject.indexOf(':');
  return registry[subject.slice(0, at)]?.(subject.slice(at + 1)) ?? {};
}

/** Noted before it is done; where that can't be noted, it is not done. */
async function markDone(row: StepRow, index: number): Promise<StepRow> {
  const marked = { ...withState(row, index, 'done'), rev: row.rev + 1 };
  if ((await stepRows.put(row.id, marked, { rev: row.rev })) === 'done') return marked;
  throw new Error(`Somebody else carries out ${row.id}.`);
}

const withState = (row: StepRow, index: number, state: Step['state']): StepRow => ({
  ...row,
  steps: row.steps.map((step, at) => (at === index ? { ...step, state } : step)),
});

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
  const wait = BACK_OFF_MS[Math.min(row.tries, BACK_OFF_MS.length - 1)] ?? 0;
  const left = { ...row, rev: row.rev + 1, held: false, at: after(ports.now(), wait) };
  await stepRows.put(row.id, left, { rev: row.rev });
  try {
    await ports.wake(row.id, wait / 1000);
  } catch (second) {
    log.warn('step.wake', { id: row.id, why: String(second) });
  }
  return { left, error };
}
